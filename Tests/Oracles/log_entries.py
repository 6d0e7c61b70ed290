#!/usr/bin/env python3
"""Writes log entries for comparing two classifiers, made from labelled ones by small changes.

usage: log_entries.py SEED COUNT LABELLED OUT

LABELLED is a file of labelled cases, each with an `entry`. OUT gets COUNT lines of JSON: keys in
any order, some escaped, repeated, or standing where they mean nothing; parts left out, of another
type, or taken from somebody else's entry; messages cut, put together, quoted, in other cases and
alphabets. Equal seeds give equal files: only `random.random()` is used, the one method whose
sequence Python promises to keep. What is right about an entry is for the oracle to say.

Entries that belong together are not made, but for copies of a whole line: what joins them
(insertId, operation, perimeter id) is different in each.
"""

import copy
import json
import random
import sys

PERIMETER = "@PERIMETER@"


class Raw(str):
    """JSON text to be written as it is."""


# Pieces of messages: what rows look for, what looks like it, and what must not matter.
PHRASES = """Quota exceeded|quota|quotas|exceeded|exhausted|insufficient|reached|rate limit|
rate limits|RATE_EXCEEDED|rate limited|too many requests|too many api requests|too many concurrent|
Resource exhausted, please try again later.|RESOURCE EXHAUSTED. PLEASE TRY AGAIN LATER|
resource has been exhausted|rateLimitExceeded|quotaExceeded|prepayment credits|throughput limit|
limit: 0|limit: 0.|limit: 0.5|limit: 100|limit: 0, model: x|limit|Insufficient 'CPUS' quota|
Quota 'CPUS' exceeded.|Quota "CPUS" exceeded|exceeded quota for|exceeded quota: team-a, requested|
quota metrics exceed quota limits|Quota exhausted|Quota exceeded for quota metric 'Calls' and limit|
per minute|per day|per second|per week|per month|per 100 seconds|perDay|PerMinute|daily limit|
daily quota|dailyLimit|monthly|concurrent|concurrently|can be queued|pending + running|outstanding|
tokens per minute|token|tokens|_tokens_|bytes per second|throughput|bandwidth|characters|
requests_per_base_model|requests per base model|requests_per_minute|
aiplatform.googleapis.com/generate_content_requests_per_minute_per_project_per_base_model|
aiplatform.googleapis.com/online_prediction_input_tokens_per_minute_per_base_model|
'compute.googleapis.com/cpus_per_day',|gs://bucket/daily/quota.json|a@b.example/per day|
http://x.example/rate limit|cloudquotas.quotas.update|project:quota_exceeded|
projects/rate-limit/quota exceeded|daily/x.json|
resource pool exhausted|ZONE_RESOURCE_POOL_EXHAUSTED|does not have enough resources available|
IP_SPACE_EXHAUSTED|no more capacity in the zone|resources are insufficient in region|
machine type temporarily unavailable|disruption budget|mapped attribute|
Resources exceeded during query execution|
API key|API keys|api keyed|expired|not valid|invalid|not found|malformed|reported as leaked|
not supported|blocked|restriction|unrestricted|Requests to this API are blocked|Requests|
are blocked|missing|credentials|
constraints/iam.allowed|customConstraints/custom.x|Constraint constraints/a.b violated|
violated one or more Org Policies|denied by org policy|denied by custom org policy|
denied by custom org policies|denied by organization policy|permitted customer|
public access prevention is enforced|Key creation is not allowed on this|
Service account creation is not allowed on this project|creation is not allowed on this|
disallowed by organization|
billing must be enabled|billing is not enabled|billing not enabled|billing to be enabled|
billing is disabled|billing disabled|requires billing|enable billing|billing account|billing|
disabled|closed|absent|has not been used|or it is disabled|API is not enabled|API is disabled|
is not enabled for the project|is not enabled for the consumer project|suspended|consumer|project|
account|project has been denied access|Permission denied on resource project acme.|
is not allowed to use Publisher Model|rejected by the attribute condition|
required permission to use project acme-prod.|insufficient authentication scopes|
Provided scope(s) are not authorized|principal access boundary|deny policy|denied the request|
act as service account|cannot|not authorized to|not have permission to|must have permission to|
Anonymous caller|unauthenticated request|unregistered callers|request is missing a valid API key|
vpcServiceControlsUniqueIdentifier: @PERIMETER@|Request is prohibited by organization's policy|
Request violates VPC Service Controls|VPC Service Controls: |restricted by VPCSC|(Dry Run Mode) |
does not have access to it|or it may not exist|permission|permissions|
Permission 'aiplatform.endpoints.predict' denied on resource|
Permission storage.objects.get denied on|Required "compute.instances.get" permission for|
to perform iam.serviceaccounts.actas on|does not have storage.objects.get access to the|
dev@example.com does not have bigquery.jobs.create permission in|
app@acme-web.iam.gserviceaccount.com does not have|
User does not have permission to query table|User not authorized to perform this action.|
Permission 'a.b' denied|permission a.b-c.d denied|
Permission 'networkservices.route_views.get' denied|Permission a.b+c.d denied|403 quota_exceeded|
permission `io.k8s.core.v1.pods.list` denied|
Permission denied|The caller does not have permission|PERMISSION_DENIED|QUOTA_EXCEEDED|Busy.|
it's|don't|'|"|`|é|\u00a0|\u212a|\u017f|e\u0301|\u3000|🚀|\u0600|/|.|,|:|_"""
PHRASES = PHRASES.replace("\n", "").split("|")

REASONS = """SERVICE_DISABLED BILLING_DISABLED API_KEY_INVALID API_KEY_SERVICE_BLOCKED
    API_KEY_HTTP_REFERRER_BLOCKED API_KEY_IP_ADDRESS_BLOCKED API_KEY_ANDROID_APP_BLOCKED
    API_KEY_IOS_APP_BLOCKED RATE_LIMIT_EXCEEDED RESOURCE_QUOTA_EXCEEDED
    LOCATION_TAX_POLICY_VIOLATED
    USER_PROJECT_DENIED CONSUMER_SUSPENDED CONSUMER_INVALID SECURITY_POLICY_VIOLATED
    ACCESS_TOKEN_EXPIRED ACCESS_TOKEN_SCOPE_INSUFFICIENT ACCOUNT_STATE_INVALID
    ACCESS_TOKEN_TYPE_UNSUPPORTED CREDENTIALS_MISSING RESOURCE_PROJECT_INVALID
    SESSION_COOKIE_INVALID USER_BLOCKED_BY_ADMIN RESOURCE_USAGE_RESTRICTION_VIOLATED
    SYSTEM_PARAMETER_UNSUPPORTED ORG_RESTRICTION_VIOLATION ORG_RESTRICTION_HEADER_INVALID
    SERVICE_NOT_VISIBLE GCP_SUSPENDED LOCATION_POLICY_VIOLATED MISSING_ORIGIN
    OVERLOADED_CREDENTIALS
    LOCATION_ORG_POLICY_VIOLATED TLS_ORG_POLICY_VIOLATED EMULATOR_QUOTA_EXCEEDED
    CREDENTIAL_ANDROID_APP_INVALID IAM_PERMISSION_DENIED JWT_TOKEN_INVALID
    CREDENTIAL_TYPE_UNSUPPORTED ACCOUNT_TYPE_UNSUPPORTED ENDPOINT_USAGE_RESTRICTION_VIOLATED
    TLS_CIPHER_RESTRICTION_VIOLATED MCP_SERVER_DISABLED CUSTOM_ORG_POLICY_VIOLATION
    UREQ_PROJECT_BILLING_NOT_FOUND UREQ_PROJECT_BILLING_NOT_OPEN QUOTA_EXHAUSTED
    INSUFFICIENT_G1_CREDITS_BALANCE MODEL_CAPACITY_EXHAUSTED QUOTA_EXCEEDED rateLimitExceeded
    userRateLimitExceeded quotaExceeded dailyLimitExceeded forbidden iam_permission_denied
    API_\u212aEY_INVALID SERVICE_DISABLED\u0301""".split() + [""]
DOMAINS = ["googleapis.com"] * 4 + [
    "aiplatform.googleapis.com", "global", "", "example.com", "evil-googleapis.com",
    "googleapis.com.evil.example", "type.googleapis.com/x", "k8s.io", "\u0301.googleapis.com"]

CODES = [Raw(text) for text in """0 3 5 7 7 7 8 8 9 9 16 2 4 10 13 14 17 99 -7 -0 7.0 7.00 7.5 70e-1
    0.7e1 1e1 16e0 9E+0 8e-0 403 429 401 400 404 200 412 409 500 504 418 403.0 4.29e2 1e400
    1e-400 7000000000000000000000000000000e-30 9223372036854775808 null {} [] true false {"code":7}
    [7] "7" "7.0" "07" "+7" "-0" "0" "" "1e1" "403" "429" "PERMISSION_DENIED"
    "permission_denied" "RESOURCE_EXHAUSTED" "UNAUTHENTICATED" "INVALID_ARGUMENT" "NOT_FOUND"
    "FAILED_PRECONDITION" "OK" "ok" "FORBIDDEN" "PERM\u0131SSION_DENIED" "0x7" "7_0" "seven"
    "\u0667" "NaN" "inf" "\\u0037" "7." ".7e1" "1e" "16" "8" "9" "3" "5" """.split()] + [
        Raw('" 7"'), Raw('"7 "')]

PERMISSIONS = """aiplatform.endpoints.predict storage.objects.get storage.objects.list
    iam.serviceAccounts.actAs iam.serviceaccounts.actas iam.serviceAccounts.getAccessToken
    iam.serviceAccounts.signBlob iam.serviceAccounts.signJwt iam.serviceAccounts.getOpenIdToken
    iam.serviceAccounts.implicitDelegation serviceusage.services.use bigquery.jobs.create
    BigQuery.jobs.create sts.identityProviders.checkLogging io.k8s.core.v1.pods.list
    cloudquotas.quotas.update a.b.c a.b example.com/x.y compute.googleapis.com/instances.get
    pubsub.topics.g\u00e9t iam.serviceAccounts.actAs\u0301""".split() + [""]
RESOURCES = """projects/acme-prod projects/acme-prod/things/one projects/acme-web/x
    projects/123456789012/y projects/223456789012
    //aiplatform.googleapis.com/projects/acme-prod/locations/l
    //storage.googleapis.com/projects/_/buckets/b projects/_/buckets/b projects/- projects/
    projects/Acme-Prod/x organizations/400000000000 projects/example.com:acme-old/y
    projects/-/serviceAccounts/runner@acme-prod.iam.gserviceaccount.com projects/acme-\u00e9/z
    projects/0123/x /projects/acme-prod projects/acme-prod- projects//acme-web
    projects/acme-prod\u0301/x buckets/b""".split() + ["", "x" * 3000]
PROJECT_IDS = ["acme-prod", "acme-web", "123456789012", "_", "-", "", "Acme",
               "example.com:acme-old"]

PRINCIPALS = """dev@example.com Dev@Example.COM app@acme-prod.iam.gserviceaccount.com
    app@acme-web.iam.gserviceaccount.com APP@acme-web.IAM.gserviceaccount.com
    acme-prod@appspot.gserviceaccount.com 123456789012-compute@developer.gserviceaccount.com
    223456789012-compute@developer.gserviceaccount.com -compute@developer.gserviceaccount.com
    123456789012@cloudservices.gserviceaccount.com 123456789012@cloudbuild.gserviceaccount.com
    service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com
    service-123456789012@compute-system.iam.gserviceaccount.com
    service-123456789012@cloud-tpu.iam.gserviceaccount.com
    service-123456789012@cloud-shop.iam.gserviceaccount.com app@cloud-shop.iam.gserviceaccount.com
    app@acme-old.example.com.iam.gserviceaccount.com
    acme-old.example.com@appspot.gserviceaccount.com
    x@w515881f454fae40d-tp.iam.gserviceaccount.com x@web-tp.iam.gserviceaccount.com
    bqcx-1-ab@gcp-sa-bigquery-condel.iam.gserviceaccount.com anonymous (redacted) (unknown)
    (anonymous) system:anonymous system:serviceaccount:ns:name d...@example.com app@@example.com
    serviceAccount:app@acme-web.iam.gserviceaccount.com user:app@acme-web.iam.gserviceaccount.com
    serviceAccount:acme-web.svc.id.goog[ns/name] app@acme-web.iam.gserviceaccount.com.evil.example
    deleted:serviceAccount:app@acme-web.iam.gserviceaccount.com?uid=1
    \u00e9@acme-web.iam.gserviceaccount.com -app@acme-web.iam.gserviceaccount.com
    a..b@acme-web.iam.gserviceaccount.com app@ACME-web.iam.gserviceaccount.com
    app@acme-\u212aweb.iam.gserviceaccount.com spiffe://x/y""".split() + [
        "", "dev@example.com\n", "x" * 3000,
        "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/s"]
SERVICES = ["aiplatform.googleapis.com"] * 3 + """storage.googleapis.com k8s.io
    compute.googleapis.com generativelanguage.googleapis.com cloudcode-pa.googleapis.com
    discoveryengine.googleapis.com
    cloudaicompanion.googleapis.com K8s.io k8s.io\u0301 \u212a8s.io example.com""".split() + [""]
METHODS = """google.cloud.aiplatform.v1.PredictionService.GenerateContent Predict
    google.cloud.aiplatform.internal.PredictionService.CountTokens EmbedContent
    google.cloud.aiplatform.v1.PredictionService.Predict. google.cloud.aiplatform.v1.Predict\u0301
    google.cloud.aiplatform.v1.DatasetService.GetDataset io.k8s.core.v1.pods.list io.k8s.\u0301x
    storage.objects.get predict Xio.k8s.core""".split() + [""]
AUDIT = "cloudaudit.googleapis.com"
LOG_NAMES = [f"projects/acme-prod/logs/{AUDIT}%2F{log}" for log in
             ("activity", "data_access", "policy", "policy", "system_event", "policy2")] + [
    f"projects/acme-prod/logs/{AUDIT}/policy", f"projects/acme-prod/logs/{AUDIT}%2fpolicy",
    f"logs/{AUDIT}%2Fpolicy", f"/projects/acme-prod/logs/{AUDIT}%2Fpolicy", "policy", "",
    f"organizations/400000000000/logs/{AUDIT}%2Fpolicy", f"projects/123456789012/logs/{AUDIT}%2Fx",
    f"projects/acme-prod/logs/{AUDIT}%2Fpolicy\u0301", "projects/p/logs/%2F%2fpolicy"]
TYPES = [f"type.googleapis.com/{name}" for name in (
    "google.cloud.audit.VpcServiceControlAuditMetadata",
    "google.cloud.audit.ContextAwareAccessAuditMetadata",
    "google.cloud.audit.OrgPolicyDryRunAuditMetadata", "google.cloud.audit.BigQueryAuditMetadata")
] + ["VpcServiceControlAuditMetadata", "x.VpcServiceControlAuditMetadata/",
     "VpcServiceControlAuditMetadata/x", "\u0600VpcServiceControlAuditMetadata",
     "VpcServiceControlAuditMetadata\u0301", "x/\u0301VpcServiceControlAuditMetadata", "/", ""]
DETAIL_TYPES = """google.rpc.ErrorInfo google.rpc.QuotaFailure google.rpc.PreconditionFailure
    google.rpc.RetryInfo google.rpc.Help google.protobuf.Struct google.rpc.QuotaFailure\u0301
    xgoogle.rpc.QuotaFailure""".split()
LIMITS = """GenerateContentRequestsPerMinutePerProject GenerateRequestsPerDayPerProject
    InputTokensPerModelPerMinute DefaultLimit MonthlyCalls ConcurrentJobs CPUS-per-project
    aiplatform.googleapis.com/generate_content_requests_per_minute Characters""".split() + [
        "Calls per day", "prepayment credits", "limit: 0", "", "rate limit", "a/b per week"]
DELAYS = """0.2s 201.5ms 300s 300.0s 301s 300.000001s 5m 5m1s 9h55m13s 1h 1us 1ns 299999ms 300001ms
    s 5 5.s .5s . -5s 1e9s 1d 301S 301s\u0301 \u0663\u0660\u0661s 1h1""".split() + [
        "", "0" * 70 + "301s", "0" * 58 + "301ms", "301 s"]
VALUES = [Raw(text) for text in """0 0.0 0.5 "0" "0.0" "0.00" "0e5" "-0" -0 0e0 600 "600" null
    true "" {} "00" "x" 1e-400""".split()]
OTHERS = [Raw(text) for text in """null true false 7 7.0 1e1 0 "" "x" [] {} [[]] [{}] {"code":7}
    [null] ["x",7] "7" -0 1E400 {"":null} """.split()]
FALSES = ["false", "false", "true", "true", "null", '"true"', '"false"', "0", "1", "{}"]


class Entries:
    """A source of entries, all drawn from one seed."""

    def __init__(self, seed, labelled):
        self.random = random.Random(seed).random
        self.bases = [anonymized(entry) for entry in labelled]
        self.messages = [m for m in (message_of(base) for base in self.bases) if m]

    def below(self, bound):
        return int(self.random() * bound)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def chance(self, probability):
        return self.random() < probability

    def line(self, number):
        """A whole line; `number` keeps it apart from all others."""
        entry = copy.deepcopy(self.pick(self.bases))
        payload = self.payload_of(entry)
        for _ in range(self.pick([0, 1, 1, 2, 2, 3, 4, 6])):
            self.change(entry, payload)
        if self.chance(0.1):
            self.disturb(entry)
        if isinstance(entry.get("insertId"), str):
            entry["insertId"] = f"g{number}"
        self.loose = self.chance(0.3)
        self.strange = self.chance(0.4)
        return self.written(entry, PERIMETER, f"Id-{number}")

    def payload_of(self, entry):
        for key in ("protoPayload", "protopayload_auditlog"):
            if isinstance(entry.get(key), dict):
                return entry[key]
        return {}

    # Changes to the parts that rows look at

    def change(self, entry, payload):
        roll = self.random()
        status = payload.setdefault("status", {})
        if not isinstance(status, dict):
            status = payload["status"] = {}
        if roll < 0.3:
            status["message"] = self.message()
        elif roll < 0.42:
            status["code"] = self.pick(CODES)
        elif roll < 0.6:
            self.change_details(status)
        elif roll < 0.72:
            payload["authorizationInfo"] = self.authorization()
        elif roll < 0.79:
            self.change_metadata(payload)
        elif roll < 0.86:
            self.change_caller(payload)
        elif roll < 0.94:
            self.change_call(entry, payload)
        else:
            self.add_decoy(entry, payload)

    def message(self):
        count = self.pick([1, 1, 2, 2, 3, 5])
        parts = [self.message_part() for _ in range(count)]
        text = self.pick([" ", " ", " ", ". ", ", ", "\n", "\t", "  ", "_", "", "; "]).join(parts)
        if self.chance(0.01):
            piece = self.pick(["x ", "' ", "quota/x ", "é", "a.b.c "])
            text = piece * self.pick([2000, 5000]) + text
        if self.chance(0.01):
            text += " " * self.below(8200) + self.pick(PHRASES)
        return text

    def message_part(self):
        if self.chance(0.75):
            text = self.pick(PHRASES)
        else:
            words = self.pick(self.messages).split(" ")
            start = self.below(len(words)) if self.chance(0.5) else 0
            end = start + 1 + self.below(len(words) - start) if self.chance(0.5) else len(words)
            text = " ".join(words[start:end])
        roll = self.random()
        if roll < 0.06:
            return text.upper()
        if roll < 0.1:
            return text.title()
        if roll < 0.16:
            quote = self.pick("'\"`")
            return quote + text + quote
        if roll < 0.19:
            return text.replace(" ", self.pick(["_", "  ", "\n", "-", "\u00a0", "/"]))
        if roll < 0.22:
            at = self.below(len(text) + 1)
            return text[:at] + self.pick(["\u0301", "é", "'", "/", ".", " ", "x", "_"]) + text[at:]
        if roll < 0.24:
            return text.replace("k", "\u212a").replace("s", "\u017f")
        return text

    def change_details(self, status):
        details = [self.detail() for _ in range(self.pick([1, 1, 1, 2, 3]))]
        if self.chance(0.005):
            details = [{}] * 63 + details
        old = status.get("details")
        if self.chance(0.4) and isinstance(old, list):
            details = self.pick([old + details, details + old])
        status["details"] = details[0] if len(details) == 1 and self.chance(0.2) else details

    def detail(self):
        roll = self.random()
        if roll < 0.06:
            return self.pick(OTHERS)
        detail = self.pick([
            self.error_info, self.error_info, self.error_info, self.quota_failure,
            self.precondition_failure, self.retry_info, self.compute_quota])()
        if self.chance(0.9):
            detail.setdefault("@type", "type.googleapis.com/" + self.pick(DETAIL_TYPES))
        if self.chance(0.05):
            detail["at_type"] = detail.pop("@type", "x")
        if self.chance(0.2):
            return {"@type": "type.googleapis.com/google.protobuf.Struct", "value": detail}
        return detail

    def error_info(self):
        info = {"reason": self.pick(REASONS), "domain": self.pick(DOMAINS)}
        metadata = {}
        if self.chance(0.4):
            metadata["permission"] = self.pick(PERMISSIONS)
        if self.chance(0.3):
            metadata["resource"] = self.pick(RESOURCES)
        if self.chance(0.3):
            metadata.update(self.limit("quota_limit", "quota_limit_value", "quota_metric"))
        if self.chance(0.1):
            metadata["quota_unit"] = self.pick(
                ["1/min/{project}", "1/d/{project}", "1/s", "1", "1/mon", "1/day", ""])
        if self.chance(0.1):
            metadata[self.pick(["quotaResetDelay", "retryDelay"])] = self.pick(DELAYS)
        if metadata or self.chance(0.3):
            info["metadata"] = metadata if self.chance(0.95) else self.pick(OTHERS)
        if self.chance(0.6):
            info["@type"] = "type.googleapis.com/google.rpc.ErrorInfo"
        if self.chance(0.04):
            del info[self.pick(sorted(info))]
        return info

    def limit(self, name, value, metric):
        limit = {}
        if self.chance(0.7):
            limit[name] = self.pick(LIMITS)
        if self.chance(0.4):
            limit[value] = self.pick(VALUES)
        if self.chance(0.3):
            limit[metric] = self.pick(LIMITS)
        if self.chance(0.1):
            limit["description"] = self.message()
        return limit

    def quota_failure(self):
        violations = [self.limit("quotaId", "quotaValue", "quotaMetric")
                      for _ in range(self.pick([0, 1, 1, 2, 20]))]
        if len(violations) == 1 and self.chance(0.3):
            violations = violations[0]
        return {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": violations}

    def precondition_failure(self):
        kinds = ["VPC_SERVICE_CONTROLS", "constraints/iam.x", "customConstraints/custom.x",
    "OTHER",
                 "TOS", "xconstraints/", "constraints/\u0301x", "vpc_service_controls", ""]
        violations = [{"type": self.pick(kinds), "description": PERIMETER}
                      for _ in range(self.pick([1, 1, 2]))]
        if self.chance(0.05):
            violations.append(self.pick(OTHERS))
        return {"violations": violations}

    def retry_info(self):
        return {"retryDelay": self.pick(DELAYS)}

    def compute_quota(self):
        limit = self.limit("limitName", "limit", "metricName")
        return {"quotaExceeded": limit if self.chance(0.8) else self.pick(OTHERS)} \
            if self.chance(0.8) else {"ipSpaceExhausted": self.pick(OTHERS)}

    def authorization(self):
        checks = [self.check() for _ in range(self.pick([0, 1, 1, 1, 2, 3]))]
        return checks[0] if len(checks) == 1 and self.chance(0.15) else checks

    def check(self):
        check = {}
        if self.chance(0.95):
            check["permission"] = self.pick(PERMISSIONS)
        if self.chance(0.8):
            check["resource"] = self.pick(RESOURCES)
        if self.chance(0.7):
            check["granted"] = Raw(self.pick(FALSES))
        return check if self.chance(0.97) else self.pick(OTHERS)

    def change_metadata(self, payload):
        metadata = payload.get("metadata") if self.chance(0.5) else None
        metadata = dict(metadata) if isinstance(metadata, dict) else {}
        if self.chance(0.7):
            metadata[self.pick(["@type", "@type", "@type", "at_type"])] = self.pick(TYPES)
        if self.chance(0.3):
            metadata["dryRun"] = Raw(self.pick(FALSES))
        if self.chance(0.1):
            mode = self.pick(["iamEnforcementMode", "sgpEnforcementMode", "otherEnforcementMode"])
            metadata[mode] = self.pick(["DRY_RUN", "ENFORCED", "dry_run", Raw("true")])
        if self.chance(0.1):
            metadata[self.pick(["mapped_principal", "mappedPrincipal"])] = self.pick(PRINCIPALS)
        if self.chance(0.2):
            payload["policyViolationInfo"] = {"orgPolicyViolationInfo": self.pick([
                {}, {"violationInfo": []}, {"violationInfo": [{}]}, {"violationInfo": ["x", ""]},
                {"violationInfo": [{"constraint": "constraints/x"}]},
                {"violationInfo": {"constraint": "constraints/x"}}, Raw("null")])}
        payload["metadata"] = metadata if self.chance(0.95) else self.pick(OTHERS)
        if self.chance(0.1):
            payload["metadataJson"] = self.written(payload.pop("metadata"), PERIMETER, PERIMETER)

    def change_caller(self, payload):
        caller = {}
        if self.chance(0.8):
            caller["principalEmail"] = self.pick(PRINCIPALS)
        if self.chance(0.3):
            caller["principalSubject"] = self.pick(PRINCIPALS)
        payload["authenticationInfo"] = caller if self.chance(0.97) else self.pick(OTHERS)

    def change_call(self, entry, payload):
        roll = self.random()
        if roll < 0.25:
            payload["serviceName"] = self.pick(SERVICES)
        elif roll < 0.45:
            payload["methodName"] = self.pick(METHODS)
        elif roll < 0.6:
            payload["resourceName"] = self.pick(RESOURCES)
        elif roll < 0.8:
            entry[self.pick(["logName", "logName", "logname"])] = self.pick(LOG_NAMES)
        elif roll < 0.9:
            entry["resource"] = {"labels": {"project_id": self.pick(PROJECT_IDS)}}
        elif roll < 0.95:
            decision = self.pick(["allow", "forbid", "Allow"])
            entry["labels"] = {"authorization.k8s.io/decision": decision}
            payload["serviceName"] = "k8s.io"
        elif roll < 0.98:
            payload["@type"] = self.pick(
                ["type.googleapis.com/google.cloud.audit.AuditLog", "x.AuditLog", "AuditLog", "",
                 "x.RequestLog", "\u0600.AuditLog", "x.AuditLog\u0301", Raw("null"), Raw("7")])
        else:
            entry["operation"] = {"id": "", "first": self.chance(0.5), "last": self.chance(0.5)}

    def add_decoy(self, entry, payload):
        decoy = {
            "status": {"code": self.pick(CODES), "message": self.message()},
            "authorizationInfo": [self.check()], "protoPayload": {"status": {"code": 7}},
            "metadata": {"dryRun": True}, "granted": False, "logName": self.pick(LOG_NAMES)}
        for key in sorted(decoy):
            if self.chance(0.4):
                del decoy[key]
        where = self.pick(["request", "response", "serviceData", "labels", "jsonPayload"])
        (entry if where in ("labels", "jsonPayload") else payload)[where] = decoy

    # Changes that know nothing of what they change

    def disturb(self, value):
        """Takes out, replaces or moves one value somewhere inside."""
        while True:
            keys = sorted(value) if isinstance(value, dict) else range(len(value))
            if not keys:
                return
            key = keys[self.below(len(keys))]
            inner = value[key]
            if isinstance(inner, (dict, list)) and inner and self.chance(0.75):
                value = inner
                continue
            if isinstance(value, dict) and self.chance(0.4):
                del value[key]
            else:
                value[key] = self.pick(OTHERS)
            return

    # Writing

    def written(self, value, old, new):
        if isinstance(value, Raw):
            return str(value)
        if isinstance(value, dict):
            members = [self.member(key, item, old, new) for key, item in value.items()]
            if self.strange:
                self.shuffle(members)
            if members and self.strange and self.chance(0.03):
                # The first of two members with one name, which must not count.
                twin = self.pick(sorted(value))
                twins = self.member(twin, self.pick(OTHERS + [value]), old, new)
                members.insert(0, twins)
            return self.wrapped("{", members, "}")
        if isinstance(value, list):
            return self.wrapped("[", [self.written(item, old, new) for item in value], "]")
        if isinstance(value, str):
            return self.string(value.replace(old, new))
        return json.dumps(value)

    def member(self, key, value, old, new):
        return f"{self.string(key)}{self.space()}:{self.space()}{self.written(value, old, new)}"

    def wrapped(self, opening, parts, closing):
        body = f"{self.space()},{self.space()}".join(parts)
        return opening + self.space() + body + self.space() + closing

    def space(self):
        return self.pick(["", "", " ", "\t", "  "]) if self.loose else ""

    def shuffle(self, items):
        for index in range(len(items) - 1, 0, -1):
            other = self.below(index + 1)
            items[index], items[other] = items[other], items[index]

    def string(self, content):
        if not self.strange or not content or len(content) > 500 or self.chance(0.9):
            return json.dumps(content, ensure_ascii=self.chance(0.3))
        some = self.pick([0.02, 0.2, 1])
        return '"' + "".join(
            self.escape(c) if self.chance(some) else json.dumps(c, ensure_ascii=False)[1:-1]
            for c in content) + '"'

    def escape(self, character):
        if character == "/" and self.chance(0.5):
            return "\\/"
        if character > "\uffff":
            return json.dumps(character)[1:-1]
        code = f"{ord(character):04x}"
        return "\\u" + (code.upper() if self.chance(0.3) else code)


def anonymized(entry):
    """A labelled entry without what ties it to others."""
    written = json.dumps(entry)
    for name in perimeter_ids(entry):
        written = written.replace(name, PERIMETER)
    entry = json.loads(written)
    entry.pop("operation", None)
    entry.pop("split", None)
    return entry


def perimeter_ids(value):
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("vpcServiceControlsUniqueId", "uid") and isinstance(item, str) and item:
                yield item
            elif key == "description" and value.get("type") == "VPC_SERVICE_CONTROLS":
                yield item
            elif key == "message" and isinstance(item, str) and "UniqueIdentifier: " in item:
                yield item.partition("UniqueIdentifier: ")[2].split()[0]
            yield from perimeter_ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from perimeter_ids(item)


def message_of(entry):
    payload = entry.get("protoPayload")
    status = payload.get("status") if isinstance(payload, dict) else None
    message = status.get("message") if isinstance(status, dict) else None
    return message if isinstance(message, str) else ""


NO_ENTRIES = [
    b"", b"   \t", b"7", b'"x"', b"null", b"[]", b"{}", b'{"a":1,}', b'{"a":01}', b"{'a':1}",
    b'{"a":NaN}', b'{"a":"\xff"}', b'{"a":"\xed\xa0\x80"}', b'{"a":"\x01"}', b'{"a":tru}', b"[7]",
    b'{"a":"\\ud800"}', b'{"a":1}{"b":2}', b"x",
]


def main(arguments):
    if len(arguments) != 4:
        print("usage: log_entries.py SEED COUNT LABELLED OUT", file=sys.stderr)
        return 64
    seed, count = int(arguments[0]), int(arguments[1])
    with open(arguments[2], encoding="utf-8") as file:
        entries = Entries(seed, [json.loads(line)["entry"] for line in file])
    last = b""
    with open(arguments[3], "wb") as out:
        for number in range(count):
            # What a file is, its first line tells: that one is an entry.
            if number and entries.chance(0.01):
                line = entries.pick(NO_ENTRIES)
            elif number and entries.chance(0.01):
                line = last
            else:
                line = last = entries.line(number).encode("utf-8", "surrogatepass")
            out.write(line + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
