// Everything one round needs in Azure, in one resource group. How to use it: README.md beside this file.
// Without 'authClientId' all is made but the app itself: the first pass, before there is an image and a sign-in.
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(11)
@description('Short name, lower-case letters and digits, that all resources carry.')
param appName string

@description('Azure region. The plan, storage with three zones and Log Analytics must be offered there; UK South has all three.')
param location string = resourceGroup().location

@description('Tags put on every resource, for instance the cost centre.')
param tags object = {}

@description('Repository and tag of the container image in the registry made here.')
param image string = 'foi:1'

@description('Application (client) id of the Entra registration that people sign in with. Empty: the app is not deployed, for there is no app without sign-in.')
param authClientId string = ''

@allowed([
  'B1'
  'B2'
  'B3'
  'P0v3'
  'P1v3'
  'EP1'
  'EP2'
])
@description('App Service plan. B2 carries a round of hundreds; EP1 adds instances by itself when queues fill, for tens of thousands. README.md, "Which plan".')
param planSku string = 'B2'

@minValue(1)
@maxValue(10)
@description('Elastic Premium: how many instances at most. Other plans: how many instances, always (B1 to B3: 3 at most).')
param instances int = 1

@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
@description('Copies of the evidence: in one building (LRS), three zones (ZRS), or also in a second region (GRS, GZRS).')
param evidenceRedundancy string = 'Standard_ZRS'

@minValue(0)
@maxValue(3650)
@description('Days for which a stored mail, letter or round file can be neither changed nor deleted. The policy is made unlocked. 0: no policy, and the account can be deleted at once. Ignored in a rehearsal.')
param evidenceRetentionDays int = 365

@minValue(1)
@maxValue(365)
@description('Days for which deleted documents and containers can be brought back.')
param softDeleteDays int = 30

@minValue(1)
@description('Days after which received mails move to the cool tier: cheaper to keep, dearer to read.')
param coolAfterDays int = 180

@description('Object ids of people or groups who may change the round from a laptop (foi --store azure).')
param editors string[] = []

@description('Object ids of people or groups who may read the round from a laptop, and change nothing.')
param readers string[] = []

@description('Address that alerts are mailed to. Empty: no alerts.')
param alertAddress string = ''

@minValue(30)
@maxValue(730)
@description('Days for which logs are kept.')
param logRetentionDays int = 90

@description('Gigabytes of logs a day after which no more are taken until the next day, as text ("0.25"). The first 5 GB a month are free.')
param logDailyCapGb string = '0.25'

@description('When letters that are due are sent: six-field NCRONTAB, UTC. The sending window of round.yaml decides what is due.')
param sendDueLettersSchedule string = '0 * * * * *'

@description('When mail is collected: six-field NCRONTAB, UTC.')
param collectMailSchedule string = '0 */5 * * * *'

@description('When what was missed is looked for and measures are taken: six-field NCRONTAB, UTC.')
param keepWatchSchedule string = '0 */15 * * * *'

@description('A number: a rehearsal with simulated authorities is played with this seed. Only for a register whose addresses all end in .example, and in a resource group of its own. Empty: a round in earnest.')
param rehearsalSeed string = ''

@minValue(1)
@description('How many times faster than real time a rehearsal goes. 500: a day in three minutes; no whole number of days a minute, or a timer meets the same hour of every day.')
param rehearsalSpeed int = 500

@description('Address of an OpenTelemetry collector (OTLP) for traces and metrics. Empty: none are sent.')
param otlpEndpoint string = ''

@description('True where the mail transport needs a secret (an SMTP or IMAP password): makes a Key Vault that the app may read. Microsoft Graph needs none.')
param mailNeedsSecret bool = false

var token = uniqueString(resourceGroup().id, appName)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${appName}'
  location: location
  tags: tags
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: take('cr${appName}${token}', 50)
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module hostStorage 'modules/hostStorage.bicep' = {
  name: 'host-storage'
  params: {
    name: take('st${appName}h${token}', 24)
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module evidence 'modules/evidence.bicep' = {
  name: 'evidence'
  params: {
    name: take('st${appName}e${token}', 24)
    location: location
    tags: tags
    redundancy: evidenceRedundancy
    retentionDays: empty(rehearsalSeed) ? evidenceRetentionDays : 0
    softDeleteDays: softDeleteDays
    coolAfterDays: coolAfterDays
    principalId: identity.properties.principalId
    editors: editors
    readers: readers
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    appName: appName
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    principalId: identity.properties.principalId
  }
}

module mailVault 'modules/mailVault.bicep' = if (mailNeedsSecret) {
  name: 'mail-vault'
  params: {
    name: take('kv-${appName}-${token}', 24)
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module functionApp 'modules/functionApp.bicep' = if (!empty(authClientId)) {
  name: 'function-app'
  params: {
    appName: appName
    siteName: 'func-${appName}-${token}'
    location: location
    tags: tags
    planSku: planSku
    instances: instances
    image: '${registry.outputs.loginServer}/${image}'
    identityId: identity.id
    identityClientId: identity.properties.clientId
    authClientId: authClientId
    hostBlobUri: hostStorage.outputs.blobUri
    hostQueueUri: hostStorage.outputs.queueUri
    hostTableUri: hostStorage.outputs.tableUri
    evidenceBlobUri: evidence.outputs.blobUri
    evidenceQueueUri: evidence.outputs.queueUri
    evidenceTableUri: evidence.outputs.tableUri
    insightsConnectionString: monitoring.outputs.connectionString
    sendDueLettersSchedule: sendDueLettersSchedule
    collectMailSchedule: collectMailSchedule
    keepWatchSchedule: keepWatchSchedule
    rehearsalSeed: rehearsalSeed
    rehearsalSpeed: rehearsalSpeed
    otlpEndpoint: otlpEndpoint
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertAddress) && !empty(authClientId)) {
  name: 'alerts'
  params: {
    appName: appName
    location: location
    tags: tags
    address: alertAddress
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('For az acr build.')
output registryName string = registry.outputs.name

@description('Subject of the federated credential of the Entra registration.')
output identityPrincipalId string = identity.properties.principalId

@description('For the one-mailbox scoping in Exchange Online.')
output identityClientId string = identity.properties.clientId

@description('For FoiStorage__accountName on a laptop.')
output evidenceAccount string = evidence.outputs.name

@description('Where people sign in. The same in every deployment to this resource group.')
output address string = 'https://func-${appName}-${token}.azurewebsites.net'
