// Three questions asked of the logs every quarter of an hour; an answer goes out by mail.

param appName string
param location string
param tags object
param address string
param workspaceId string

var rules = [
  {
    name: 'given-up'
    says: 'A message was given up after five tries and lies in a poison queue. See foi triage --store azure.'
    query: 'AppTraces | where Message has "poison" and Message has "Moving message"'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'functions-fail'
    says: 'Functions failed more than ten times in a quarter of an hour. See README.md, "When a function fails".'
    query: 'AppRequests | where Success == false'
    operator: 'GreaterThan'
    threshold: 10
    window: 'PT15M'
  }
  {
    name: 'no-watch'
    says: 'KeepWatch has not succeeded for an hour: the app is down, or cannot reach its storage, or the day\'s logs are full.'
    query: 'AppRequests | where OperationName == "KeepWatch" and Success == true'
    operator: 'LessThan'
    threshold: 1
    window: 'PT1H'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${appName}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(appName, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'team'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: '${appName}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${appName}: ${rule.name}'
    description: rule.says
    enabled: true
    severity: 2
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: rule.window
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: rule.operator
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: false
    muteActionsDuration: 'PT6H'
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}]
