@testable import DenialClassification

enum RuleTextTable {
  typealias Case = RuleTextTests.Case

  static let all = credentials + policies + projects + quotas

  static let credentials = [
    Case(
      "7", "Anonymous caller does not have storage.objects.get access", "5b", .credentialsMissing),
    Case("16", "Unauthenticated request. Action on resource x denied.", "5b", .credentialsMissing),
    Case("3", "The request is missing a valid API key.", "5b", .credentialsMissing),
    Case("5", "Anonymous caller", "13", none: .otherError),
    Case("3", "API key expired. Please renew the API key.", "7", .apiKeyExpired),
    Case("3", "API key not valid. Please pass a valid API key.", "7", .apiKeyInvalid),
    Case(
      "7", "Your API key was reported as leaked. Please use another API key.", "7", .apiKeyInvalid),
    Case("3", "API Key not found. Please pass a valid API key.", "7", .apiKeyInvalid),
    Case("16", "API keys are not supported by this API.", "7", .credentialsMissing),
    Case("7", "Requests from referer x are blocked.", "7", .apiKeyRestricted),
    Case("7", "The API key has restrictions on addresses.", "7", .apiKeyRestricted),
    Case("7", "This API key is unrestricted.", "10i", .unspecified),
    Case("9", "API key expired.", "13", none: .otherError),
    Case("3", "The API key is invalid.", "7", .apiKeyInvalid),
    Case("7", "Calls to this API are blocked.", "10i", .unspecified),
    Case("7", "Requests to this API are slow.", "10i", .unspecified),
    Case("16", "The token has expired.", "8", .credentialsExpired),
    Case("16", "The credentials are missing.", "8", .credentialsMissing),
    Case("16", "Invalid token: it has expired.", "8", .credentialsExpired),
    Case("16", "Request had invalid authentication credentials.", "8", .credentialsInvalid),
    Case("16", "Who is there?", "8", .credentialsUnspecified),
  ]

  static let policies = [
    Case("7", "Request violates VPC Service Controls.", "3", .vpcServiceControls),
    Case("9", "The model is restricted by VPCSC.", "3", .vpcServiceControls),
    Case("7", "VPC Service Controls: denied.", "3", .vpcServiceControls),
    Case("7", "Refused. vpcServiceControlsUniqueIdentifier: x", "3", .vpcServiceControls),
    Case("7", "Learn of VPC Service Controls.", "10i", .unspecified),
    Case("3", "You must have permission to act as service account x.", "5c", .actAs),
    Case("7", "User does not have permission to act as service account x.", "5c", .actAs),
    Case("7", "You may act as service account x.", "10i", .unspecified),
    Case("5", "You cannot act as service account x.", "13", none: .otherError),
    Case("9", "Constraint constraints/compute.x violated.", "9", .orgPolicy),
    Case("9", "One or more users violated customConstraints/custom.x", "9", .orgPolicy),
    Case("3", "Users do not belong to a permitted customer.", "9", .orgPolicy),
    Case("7", "Denied by custom org policies: x.", "9", .orgPolicy),
    Case("9", "Public access prevention is enforced.", "9", .orgPolicy),
    Case("9", "Key creation is not allowed on this service account.", "9", .orgPolicy),
    Case("9", "Service account creation is not allowed on this project.", "9", .orgPolicy),
    Case("9", "Key creation failed.", "13", none: .otherError),
    Case("9", "The request has violated one or more Org Policies.", "9", .orgPolicy),
    Case("9", "Denied by custom org policy.", "9", .orgPolicy),
    Case("9", "Denied by organization policy.", "9", .orgPolicy),
    Case("9", "Disk creation is not allowed on this project.", "13", none: .otherError),
    Case("13", "The operation was denied by org policy.", "9", .orgPolicy),
    Case("7", "Request had insufficient authentication scopes.", "10c", .oauthScope),
    Case("7", "Provided scope(s) are not authorized", "10c", .oauthScope),
    Case("3", "Provided scope(s) are not authorized", "13", none: .otherError),
    Case("7", "Outside of the principal access boundary policy.", "10d", .principalAccessBoundary),
    Case("7", "Access denied by deny policy x.", "10d", .denyPolicy),
    Case("7", "Deny policies are fine.", "10i", .unspecified),
    Case("10", "A deny policy applies.", "13", none: .otherError),
    Case("7", "", "10i", .unspecified),
  ]

  static let projects = [
    Case("7", "This API method requires billing to be enabled.", "10a", .billingDisabled),
    Case("9", "Billing account for project 1 is not found.", "10a", .billingDisabled),
    Case("7", "Billing is disabled for this project.", "10a", .billingDisabled),
    Case("7", "The billing report is ready.", "10i", .unspecified),
    Case("7", "Billing must be enabled.", "10a", .billingDisabled),
    Case("7", "Billing is not enabled.", "10a", .billingDisabled),
    Case("7", "Billing not enabled.", "10a", .billingDisabled),
    Case("7", "It needs billing to be enabled.", "10a", .billingDisabled),
    Case("7", "Billing disabled.", "10a", .billingDisabled),
    Case("7", "The method requires billing.", "10a", .billingDisabled),
    Case("7", "Enable billing first.", "10a", .billingDisabled),
    Case("7", "The billing account is fine.", "10i", .unspecified),
    Case("7", "The billing account is disabled.", "10a", .billingDisabled),
    Case("7", "The billing account is closed.", "10a", .billingDisabled),
    Case("7", "The billing account is absent.", "10a", .billingDisabled),
    Case(
      "7", "X API has not been used in project 1 before or it is disabled.", "10a", .serviceDisabled
    ),
    Case("9", "The X API is not enabled for project 1.", "10a", .serviceDisabled),
    Case("7", "X API has not been used in project 1 before.", "10i", .unspecified),
    Case("7", "It is missing or it is disabled.", "10i", .unspecified),
    Case("7", "X is not enabled for the project.", "10a", .serviceDisabled),
    Case("7", "X is not enabled for the consumer project.", "10a", .serviceDisabled),
    Case("7", "The X API is disabled.", "10a", .serviceDisabled),
    Case("7", "Consumer 'projects/1' has been suspended.", "10a", .consumerSuspended),
    Case("7", "Your project has been denied access.", "10a", .consumerSuspended),
    Case("7", "The build was suspended.", "10i", .unspecified),
    Case("7", "The account is suspended.", "10a", .consumerSuspended),
    Case("7", "The project was suspended.", "10a", .consumerSuspended),
    Case("7", "Permission denied on resource project acme-prod.", "10a", .consumerInvalid),
    Case("7", "The permission denied on resource project acme-prod.", "10i", .unspecified),
    Case("9", "Project 1 is not allowed to use Publisher Model x.", "10a", .modelNotEnabled),
    Case("3", "The credential is rejected by the attribute condition.", "10a", .attributeCondition),
    Case("7", "Caller does not have required permission to use project x.", "10b", .quotaProject),
    Case(
      "5", "Model was not found or your project does not have access to it.", "11",
      none: .possibleMaskedDenial),
    Case("5", "Not found.", "13", none: .otherError),
    Case("5", "You lack permissions.", "11", none: .possibleMaskedDenial),
    Case("10", "You lack permission.", "13", none: .otherError),
    Case("8", "IP_SPACE_EXHAUSTED", "6a", none: .capacity),
    Case("8", "Cannot evict pod: disruption budget.", "6a2", none: .otherError),
    Case("3", "The mapped attribute is too long; too many requests.", "6a2", none: .otherError),
    Case("14", "There is no more capacity in the zone 'x'.", "6a", none: .capacity),
    Case(nil, "Machine type temporarily unavailable", "6a", none: .capacity),
    Case(nil, "All went well, limit not reached.", "2", none: .ok),
    Case("0", "Quota exceeded.", "2", none: .ok),
  ]

  static let quoted = [
    "Cannot write 'rate limit exceeded' here.",
    "Cannot read gs://b/api-key-expired/quota-exceeded.",
    "Cannot use compute.quota.exceeded now.", "Cannot open \"billing is disabled\".",
    "Cannot delete `project is suspended`.", "Cannot see projects/p/anonymous-caller/deny-policy.",
    "The limit was met.", "Concurrent edits.", "A token is needed.", "Daily.",
  ]
}
