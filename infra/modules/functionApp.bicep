// The plan, the app in its container, and the sign-in in front of it.

param appName string
param siteName string
param location string
param tags object
param planSku string
param instances int

@description('Full name of the image: server, repository and tag.')
param image string

param identityId string
param identityClientId string
param authClientId string

param hostBlobUri string
param hostQueueUri string
param hostTableUri string
param evidenceBlobUri string
param evidenceQueueUri string
param evidenceTableUri string
param insightsConnectionString string

param sendDueLettersSchedule string
param collectMailSchedule string
param keepWatchSchedule string
param rehearsalSeed string
param rehearsalSpeed int
param otlpEndpoint string

var tiers = {
  B1: 'Basic'
  B2: 'Basic'
  B3: 'Basic'
  P0v3: 'Premium0V3'
  P1v3: 'PremiumV3'
  EP1: 'ElasticPremium'
  EP2: 'ElasticPremium'
}
var elastic = tiers[planSku] == 'ElasticPremium'

// What the Functions host and App Service read.
var hostSettings = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'custom'
  WEBSITES_ENABLE_APP_SERVICE_STORAGE: 'false'
  WEBSITES_CONTAINER_START_TIME_LIMIT: '600'
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsFeatureFlags: ''
  AzureWebJobsStorage__blobServiceUri: hostBlobUri
  AzureWebJobsStorage__queueServiceUri: hostQueueUri
  AzureWebJobsStorage__tableServiceUri: hostTableUri
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
}

// What our program reads, and what function.json names.
var programSettings = {
  FOI_STORE: 'azure'
  FoiStorage__blobServiceUri: evidenceBlobUri
  FoiStorage__queueServiceUri: evidenceQueueUri
  FoiStorage__tableServiceUri: evidenceTableUri
  FoiStorage__credential: 'managedidentity'
  FoiStorage__clientId: identityClientId
  SendDueLettersSchedule: sendDueLettersSchedule
  CollectMailSchedule: collectMailSchedule
  KeepWatchSchedule: keepWatchSchedule
}

var rehearsalSettings = {
  FoiRehearsal: rehearsalSeed
  FoiRehearsalSpeed: string(rehearsalSpeed)
}

var telemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
}

var settings = union(hostSettings, programSettings, empty(rehearsalSeed) ? {} : rehearsalSettings, empty(otlpEndpoint) ? {} : telemetrySettings)
var appSettings = map(items(settings), setting => { name: setting.key, value: setting.value })

// Named after its size: Azure turns no Basic plan into an Elastic one, so another size is another plan.
resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${appName}-${toLower(planSku)}'
  location: location
  tags: tags
  kind: elastic ? 'elastic' : 'linux'
  sku: {
    name: planSku
    tier: tiers[planSku]
    capacity: elastic ? 1 : instances
  }
  properties: {
    reserved: true
    maximumElasticWorkerCount: instances
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: siteName
  location: location
  tags: tags
  kind: 'functionapp,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      linuxFxVersion: 'DOCKER|${image}'
      acrUseManagedIdentityCreds: true
      acrUserManagedIdentityID: identityClientId
      alwaysOn: !elastic
      healthCheckPath: '/health'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      minimumElasticInstanceCount: elastic ? 1 : 0
      functionAppScaleLimit: elastic ? instances : 0
      appSettings: appSettings
    }
  }
}

// Nobody deploys with a publishing password.
resource publishingPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = [for channel in [
  'ftp'
  'scm'
]: {
  parent: app
  name: channel
  properties: {
    allow: false
  }
}]

// Everything asks for sign-in but the health check. There is no client secret: the app's identity vouches for the registration.
resource signIn 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'azureactivedirectory'
      excludedPaths: [
        '/health'
      ]
    }
    httpSettings: {
      requireHttps: true
      forwardProxy: {
        convention: 'NoProxy'
      }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: authClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            authClientId
            'api://${authClientId}'
          ]
          defaultAuthorizationPolicy: {
            allowedApplications: [
              authClientId
            ]
          }
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}
