// The round: documents, register, queues. One account holds one round.

param name string
param location string
param tags object
param redundancy string

@description('Days of the unlocked immutability policy on containers of evidence; 0: none.')
param retentionDays int
param softDeleteDays int
param coolAfterDays int

@description('Object id of the identity that the app runs as.')
param principalId string
param editors string[]
param readers string[]

// What came in, what went out, and what was asked: written once, proof afterwards.
var evidenceContainers = [
  'inbox'
  'letters'
  'round'
]

// 'text' can be read again from 'inbox'; 'payload' is part of a journal whose other rows stand in a table, where no policy reaches.
// Both hold copies of personal data that must be erasable. Versioning and soft delete protect them from slips.
var workContainers = [
  'text'
  'payload'
]

// Every poison queue is made here, so that nothing creates queues at run time. The last one is filled by the Functions host's blob trigger.
var queueNames = [
  'extract'
  'extract-poison'
  'classify'
  'classify-poison'
  'ingest-poison'
  'webjobs-blobtrigger-poison'
]

var tableNames = [
  'register'
  'receipts'
]

var roles = {
  blobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  blobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  queueDataReader: '19e7f393-937e-4f77-808e-94535e297925'
  tableDataReader: '76199698-9eea-4c19-bc75-cec21354c6b6'
}

var contributorRoles = [
  roles.blobDataContributor
  roles.queueDataContributor
  roles.tableDataContributor
]

var readerRoles = [
  roles.blobDataReader
  roles.queueDataReader
  roles.tableDataReader
]

var editorGrants = flatten(map(editors, person => map(contributorRoles, role => { person: person, role: role })))
var readerGrants = flatten(map(readers, person => map(readerRoles, role => { person: person, role: role })))

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true
      retentionInDays: 400
    }
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource evidenceContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for container in evidenceContainers: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
    immutableStorageWithVersioning: {
      enabled: retentionDays > 0
    }
  }
}]

resource workContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for container in workContainers: {
  parent: blobService
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

// Made unlocked, and never locked from here: a lock cannot be undone, so a person sets it (README.md, "Locking the evidence").
resource retention 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = [for (container, i) in evidenceContainers: if (retentionDays > 0) {
  parent: evidenceContainer[i]
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: retentionDays
    allowProtectedAppendWrites: false
  }
}]

// Mails only: letters and texts are a few kilobytes each, and moving one costs more than the cool tier ever saves on it.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-mail-to-cool'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
              prefixMatch: [
                'inbox/'
              ]
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: coolAfterDays
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [
    blobService
  ]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [for queueName in queueNames: {
  parent: queueService
  name: queueName
}]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = [for tableName in tableNames: {
  parent: tableService
  name: tableName
}]

resource appGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in contributorRoles: {
  name: guid(account.id, principalId, role)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

// The blob trigger's connection is documented to need Data Owner. That role may also take away an unlocked policy,
// so it is given on the one container that has a trigger and nowhere else.
resource triggerGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, 'inbox', principalId, roles.blobDataOwner)
  scope: evidenceContainer[0]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataOwner)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// No principalType: an object id may be a person's or a group's.
resource editorGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for grant in editorGrants: {
  name: guid(account.id, grant.person, grant.role)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.role)
    principalId: grant.person
  }
}]

resource readerGrant 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for grant in readerGrants: {
  name: guid(account.id, grant.person, grant.role)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', grant.role)
    principalId: grant.person
  }
}]

output name string = account.name
output blobUri string = account.properties.primaryEndpoints.blob
output queueUri string = account.properties.primaryEndpoints.queue
output tableUri string = account.properties.primaryEndpoints.table
