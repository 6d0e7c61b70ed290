#!/usr/bin/env python3
"""Judges log entries by the decision table of docs/classification.md, to check the program.

usage: classify.py FILE

FILE holds JSON Lines. Standard output gets one JSON object a line of FILE, in order: `line` (from
1), `class`, and for a denial `code`, `cause`, `rule`, `confidence`, `permissions`, `inferred`,
`project` and `principal`. Lines that hold no entry have the class `malformed` or `blank`, a copy of
an earlier denial the class `duplicate`.

Written from the page, not from the program, in the plainest way that could be right: Python's json
reads the entries, each row of the table is an `if`. What the page does not say is not here.
"""

import json
import re
import sys
from fractions import Fraction

import json_oracle
from json_oracle import Number

MESSAGE_BYTES = 8192
DETAILS = VIOLATIONS = 64
QUOTA_VIOLATIONS = 16
RECORD_BYTES = 2048


# What a JSON value is, whatever it should have been


def text(value):
    return value if isinstance(value, str) else ""


def field(value, *keys):
    """The value of the first of several spellings of a key that is there and not null."""
    if isinstance(value, dict):
        for key in keys:
            if value.get(key) is not None:
                return value[key]
    return None


def items(value):
    """The elements of a list; a single object stands for a list of one."""
    return value if isinstance(value, list) else [value] if isinstance(value, dict) else []


def is_empty(value):
    return value is None or isinstance(value, (str, list, dict)) and not value


def scalars(value):
    """The same value with U+FFFD for each lone surrogate."""
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, list):
        return [scalars(element) for element in value]
    if isinstance(value, dict):
        return {scalars(key): scalars(member) for key, member in value.items()}
    return value


def whole_number(spelling):
    """The value of a decimal number that is whole, such as 7, 7.0 or 1e1; None for all else."""
    match = re.fullmatch(r"([+-]?[0-9]+(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]+))?", spelling)
    if not match:
        return None
    significand, exponent = Fraction(match[1]), int(match[2] or "0")
    if significand == 0:
        return 0
    if abs(exponent) > 10_000:
        return None
    number = significand * Fraction(10) ** exponent
    return int(number) if number.denominator == 1 else None


# Status codes

CODES = """OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS
    PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED
    INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED""".split()
HTTP = {200: 0, 400: 3, 401: 16, 403: 7, 404: 5, 409: 10, 412: 9, 429: 8, 500: 13, 501: 12,
        502: 14, 503: 14, 504: 4}


def status_code(value):
    """A number of code.proto, or "unknown"."""
    if value is None or value == {}:
        return 0
    spelling = value.text if isinstance(value, Number) else value
    if not isinstance(spelling, str):
        return "unknown"
    number = whole_number(spelling)
    if number is None:
        name = upper(spelling)
        return CODES.index(name) if name in CODES else "unknown"
    number = HTTP.get(number, number)
    return number if 0 <= number < len(CODES) else "unknown"


# Words. Everything below ASCII 33 is white space, everything beyond ASCII a letter.

LOWER = {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
UPPER = {ord(c): c.upper() for c in "abcdefghijklmnopqrstuvwxyz"}
QUOTES = "'\"`"
WORD = "[0-9A-Za-z\x80-\U0010ffff]"
SPACES = {code: " " for code in range(33)}


def lower(string):
    return string.translate(LOWER)


def upper(string):
    return string.translate(UPPER)


def words(string):
    return string.translate(SPACES).split(" ")


def is_word(character):
    return character.isalnum() if character.isascii() else True


def trimmed(word):
    """Without what is neither letter nor digit at its ends."""
    inner = [index for index, character in enumerate(word) if is_word(character)]
    return word[inner[0] : inner[-1] + 1] if inner else ""


def without_quotes(string):
    """Quoted parts blanked out. An apostrophe inside a word neither opens nor closes any."""
    out = []
    index = 0
    closing = {quote: -1 for quote in QUOTES}
    while index < len(string):
        quote = string[index]
        if quote in QUOTES and not (index and is_word(string[index - 1])):
            if closing[quote] <= index:
                closing[quote] = closing_quote(string, quote, index + 1)
            end = closing[quote]
            if end < len(string) and len(string[index:end].encode()) <= 4096:
                out.append(" " * (end - index + 1))
                index = end + 1
                continue
        out.append(quote)
        index += 1
    return "".join(out)


def closing_quote(string, quote, start):
    for index in range(start, len(string)):
        if string[index] == quote and not (
            index + 1 < len(string) and is_word(string[index + 1])
        ):
            return index
    return len(string)


def without_names(string):
    """Words with a slash and dotted names such as a.b.c blanked out."""
    def is_name(word):
        points = sum(
            1 for i in range(1, len(word) - 1)
            if word[i] == "." and is_word(word[i - 1]) and is_word(word[i + 1]))
        return "/" in word or points >= 2
    return " ".join("" if is_name(word) else word for word in words(string))


class Text:
    """Text to look for phrases in: lower case, white space and `_` as one space."""

    def __init__(self, string):
        parts = lower(string).translate(SPACES).replace("_", " ").split(" ")
        self.text = f" {' '.join(part for part in parts if part)} "

    def says(self, *phrases, is_number=False):
        """Whether one of the phrases stands here as whole words, and as a whole number."""
        if is_number:
            return any(re.search(rf"(?<!{WORD}){phrase}(?!{WORD}|\.0*[1-9])", self.text)
                       for phrase in phrases)
        return any(self.find(phrase) >= 0 for phrase in phrases)

    def begins(self, phrase):
        return self.find(phrase) == 1

    def find(self, phrase):
        at = self.text.find(phrase)
        while at >= 0:
            before, after = self.text[at - 1 : at], self.text[at + len(phrase) :][:1]
            if not (is_word(phrase[0]) and before and is_word(before)) and not (
                is_word(phrase[-1]) and after and is_word(after)
            ):
                return at
            at = self.text.find(phrase, at + 1)
        return -1

    def has(self, *texts):
        """Whether one of the texts stands here, be it inside a word."""
        return any(part in self.text for part in texts)

    def has_word(self, *stems):
        """Whether a word begins with one of the stems."""
        for stem in stems:
            at = self.text.find(stem)
            while at >= 0:
                if not is_word(self.text[at - 1]):
                    return True
                at = self.text.find(stem, at + 1)
        return False


# Projects, resources, callers


def is_label(string, first=None):
    """A label of a DNS name in lower case."""
    alnum = "abcdefghijklmnopqrstuvwxyz0123456789"
    return (
        0 < len(string) <= 63 and set(string) <= set(alnum + "-") and string[0] in (first or alnum)
        and string[-1] in alnum)


def is_domain(string):
    return len(string) <= 253 and "." in string and all(map(is_label, string.split(".")))


def project(name):
    """The id or number of a project if `name` is one, else an empty string."""
    if name and set(name) <= set("0123456789"):
        return name if len(name) <= 20 and name[0] != "0" else ""
    domain, colon, plain = name.rpartition(":")
    letters = "abcdefghijklmnopqrstuvwxyz"
    if not is_label(plain, letters) or len(plain) > 30 or colon and not is_domain(domain):
        return ""
    return name


def resource_project(name):
    """The project that a resource name begins with."""
    if name.startswith("//"):
        name = name[2:].partition("/")[2]
    return project(name[9:].split("/")[0]) if name.startswith("projects/") else ""


def differ(one, other):
    """Whether two projects are certainly two: ids compare with ids, numbers with numbers."""
    return bool(one and other) and one.isdigit() == other.isdigit() and one != other


AGENT_HOSTS = """bigquery-encryption cloud-filer cloud-memcache-sa cloud-ml cloud-redis cloud-tpu
    cloudcomposer-accounts compute-system container-analysis container-engine-robot
    containerregistry dataflow-service-producer-prod dataproc-accounts dlp-api endpoints-portal
    firebase-rules firebase-sa-management gae-api-prod gcf-admin-robot gcp-gae-service
    gs-project-accounts remotebuildexecution security-center-api serverless-robot-prod
    service-consumer-management service-networking storage-transfer-service""".split()


def home_project(name):
    """The project in a service account's address; none for Google's own service agents."""
    for prefix in ("serviceAccount:", "user:"):
        if name.startswith(prefix):
            name = name[len(prefix) :]
            break
    name = lower(name)
    local, at, domain = name.partition("@")
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789._%+-")
    if not at or not local or not set(local) <= allowed or len(local) > 128:
        return ""
    if not is_domain(domain) or local[0] == "-" or ".." in local:
        return ""
    if domain.endswith(".iam.gserviceaccount.com"):
        host = domain[: -len(".iam.gserviceaccount.com")]
        return "" if is_agent(host.split(".")[0], local) else dns_project(host)
    if domain == "appspot.gserviceaccount.com":
        return dns_project(local)
    if domain == "developer.gserviceaccount.com" and local.endswith("-compute"):
        number = project(local[: -len("-compute")])
        return number if number.isdigit() else ""
    return ""


def is_agent(host, local):
    if host.startswith(("gcp-sa-", "gcp-ri-")) or host in AGENT_HOSTS:
        return True
    if host.startswith("cloud-") and local.startswith("service-"):
        return local[len("service-") :].isdigit()
    tenant = host[:-3] if host.endswith("-tp") else ""
    return len(tenant) >= 16 and set(tenant[-16:]) <= set("0123456789abcdef")


def dns_project(name):
    """PROJECT, or PROJECT.DOMAIN for the project DOMAIN:PROJECT."""
    plain, point, domain = name.partition(".")
    return project(f"{domain}:{plain}" if point else name)


# What IAM's own sentences say


def is_permission(word):
    return re.fullmatch(r"[A-Za-z0-9/_-]+(\.[A-Za-z0-9/_-]+){2,}", word) is not None


NAMELESS_FORMS = ["does not have permission to query", "user not authorized to perform this action"]


class Sentences:
    """What a message in IAM's text forms names."""

    def __init__(self, message):
        said = [trimmed(word) for word in words(message) if word]
        lowered = [lower(word) for word in said]
        self.permissions = []
        self.subject = ""
        for index, word in enumerate(said):
            before2, before, after = (
                lowered[i] if 0 <= i < len(said) else "" for i in (index - 2, index - 1, index + 1))
            lacking = (
                before == "permission" and after == "denied"
                or before2 == "to" and before == "perform"
                or before == "required" and after == "permission"
                or before == "have" and after in ("access", "permission"))
            if lacking and is_permission(word):
                self.permissions.append(word)
            following = lowered[index + 1 : index + 4]
            if "@" in word and following == ["does", "not", "have"] and not self.subject:
                self.subject = word
        spoken = f" {' '.join(lowered)} "
        self.are_iams = bool(self.permissions) or any(f" {f} " in spoken for f in NAMELESS_FORMS)


# The entry

LOGGING_CHECK = "sts.identityproviders.checklogging"
STOCK_PHRASES = [
    "", "PERMISSION_DENIED", "Permission denied.", "The caller does not have permission"]
PREDICTIONS = """Predict RawPredict StreamRawPredict GenerateContent StreamGenerateContent
    BidiGenerateContent CountTokens ComputeTokens EmbedContent ServerStreamingPredict
    StreamingPredict DirectPredict DirectRawPredict PredictLongRunning ChatCompletions
    Explain""".split()
GENERATIVE = """aiplatform.googleapis.com generativelanguage.googleapis.com
    cloudaicompanion.googleapis.com cloudcode-pa.googleapis.com
    discoveryengine.googleapis.com""".split()


def granted(entry, check):
    """Whether a check was granted; a row of BigQuery may have the word in a string."""
    value = field(check, "granted")
    if "protoPayload" not in entry and isinstance(value, str):
        return {"true": True, "false": False}.get(value)
    return value


class Entry:
    """What the rows look at."""

    def __init__(self, entry, payload):
        self.entry = entry
        status = payload.get("status")
        self.service = text(payload.get("serviceName"))
        self.method = text(payload.get("methodName"))
        self.resource_name = text(payload.get("resourceName"))
        self.raw_code = field(status, "code")
        self.code = status_code(self.raw_code)
        self.has_code = self.code != 0 or not is_empty(self.raw_code)
        self.message = text(field(status, "message"))
        read = self.message.encode()[:MESSAGE_BYTES].decode(errors="ignore")
        self.read_message = read
        self.full = Text(read)
        self.unquoted = Text(without_quotes(read))
        self.plain = Text(without_names(without_quotes(read)))
        self.sentences = Sentences(read)
        self.read_details(items(field(status, "details")))
        self.checks = items(payload.get("authorizationInfo"))
        self.metadata = read_metadata(payload)
        kind = text(field(self.metadata, "@type", "at_type", "at_sign_type"))
        self.metadata_type = kind.rpartition("/")[2]
        policy = field(payload.get("policyViolationInfo"), "orgPolicyViolationInfo")
        self.violation_info = [v for v in items(field(policy, "violationInfo")) if not is_empty(v)]
        self.log_name = text(entry.get("logName")) or text(entry.get("logname"))
        self.is_policy_log = log_id(self.log_name) == "cloudaudit.googleapis.com/policy"
        self.read_permissions()
        self.read_caller(payload)

    def read_details(self, details):
        self.infos, self.violations, self.quota_failure = [], [], None
        self.quota_exceeded = self.retry_delay = None
        self.has_ip_space_exhausted = False
        for detail in details[:DETAILS]:
            wrapped = field(detail, "value")
            for part in [detail] + ([wrapped] if isinstance(wrapped, dict) else []):
                if isinstance(part, dict):
                    self.read_detail(part)
        self.info = self.infos[0] if self.infos else {}
        self.reason = self.info.get("reason", "")

    def read_detail(self, part):
        if text(part.get("reason")):
            self.infos.append(part)
        kind = text(field(part, "@type", "at_type", "at_sign_type"))
        if kind.endswith("google.rpc.QuotaFailure"):
            self.quota_failure = self.quota_failure or part
        else:
            self.violations += items(part.get("violations"))[:VIOLATIONS]
        if isinstance(part.get("retryDelay"), str) and self.retry_delay is None:
            self.retry_delay = part["retryDelay"]
        if part.get("quotaExceeded") is not None and self.quota_exceeded is None:
            self.quota_exceeded = part["quotaExceeded"]
        if part.get("ipSpaceExhausted") is not None:
            self.has_ip_space_exhausted = True

    def read_permissions(self):
        granted_names = {
            lower(text(field(check, "permission"))) for check in self.checks
            if granted(self.entry, check) is True}
        denied = []
        self.refused_resource = first_project = ""
        for check in self.checks[:1000]:
            name = text(field(check, "permission"))
            if granted(self.entry, check) is True or lower(name) in ("", LOGGING_CHECK):
                continue
            resource = text(field(check, "resource"))
            self.refused_resource = self.refused_resource or resource
            owner = resource_project(resource)
            if not differ(owner, first_project):
                first_project = first_project or owner
                denied.append(name)
        others = [text(field(self.info.get("metadata"), "permission"))] + self.sentences.permissions
        denied += [
            name for name in others
            if lower(name) not in granted_names | {"", LOGGING_CHECK}]
        self.is_inferred = not denied and self.is_bare_prediction()
        if self.is_inferred:
            denied.append("aiplatform.endpoints.predict")
        self.denied = {lower(name): name for name in reversed(denied)}

    def is_bare_prediction(self):
        return (
            self.service == "aiplatform.googleapis.com" and not self.checks
            and self.message in STOCK_PHRASES and self.method.rpartition(".")[2] in PREDICTIONS)

    def read_caller(self, payload):
        caller = payload.get("authenticationInfo")
        email = text(field(caller, "principalEmail"))
        if self.sentences.subject and lower(self.sentences.subject) != lower(email):
            self.caller = self.sentences.subject
            return
        mapped = text(field(self.metadata, "mapped_principal", "mappedPrincipal"))
        subject = text(field(caller, "principalSubject"))
        self.caller = email or (mapped if mapped.startswith("principal://") else subject)

    @property
    def target_project(self):
        label = text(field(field(self.entry.get("resource"), "labels"), "project_id"))
        return (
            resource_project(self.refused_resource)
            or resource_project(text(field(self.info.get("metadata"), "resource")))
            or project(label) or resource_project(self.resource_name)
            or resource_project(self.log_name))

    @property
    def is_iam_form(self):
        return self.reason == "IAM_PERMISSION_DENIED" or self.code == 7 and self.sentences.are_iams

    @property
    def is_policy_denial(self):
        if self.code == 0:
            return self.is_policy_log
        return self.code == 7 or self.reason == "IAM_PERMISSION_DENIED"

    def denies_only(self, *permissions):
        return bool(self.denied) and set(self.denied) <= set(map(lower, permissions))


def read_metadata(payload):
    metadata = payload.get("metadata")
    if not is_empty(metadata):
        return metadata
    try:
        return scalars(json_oracle.parse(text(payload.get("metadataJson")).encode()))
    except ValueError:
        return None


def log_id(log_name):
    found = log_name.find("/logs/")
    start = found + 6 if found >= 0 else log_name.find("logs/") + 5
    if start < 5:
        return ""
    name = log_name[start:]
    return (name.replace("%2F", "/", 1) if "%2F" in name else name.replace("%2f", "/", 1))


# Quota

QUOTA_REASONS = """RATE_LIMIT_EXCEEDED RESOURCE_QUOTA_EXCEEDED EMULATOR_QUOTA_EXCEEDED
    QUOTA_EXCEEDED rateLimitExceeded userRateLimitExceeded quotaExceeded
    dailyLimitExceeded""".split()
AMOUNT_REASONS = [
    "RESOURCE_QUOTA_EXCEEDED", "EMULATOR_QUOTA_EXCEEDED", "QUOTA_EXCEEDED", "quotaExceeded"]
RATE_REASONS = ["RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded"]


def speaks_of_quota(entry):
    plain = entry.plain
    return (
        plain.says("quota", "quotas")
        and plain.has_word("exceed", "exhaust", "insufficient", "reached", "depleted")
        or plain.says(
            "rate limit", "rate limits", "rate limited", "rate exceeded", "too many requests",
            "too many api requests", "too many concurrent", "resource exhausted",
            "resource has been exhausted", "ratelimitexceeded", "quotaexceeded",
            "prepayment credits", "throughput limit"))


def speaks_of_capacity(entry):
    return entry.plain.says(
        "resource pool exhausted", "does not have enough resources available", "ip space exhausted",
        "no more capacity in the zone", "resources are insufficient in region",
        "machine type temporarily unavailable")


class Quota:
    """What an entry says of the limit."""

    def __init__(self, entry):
        sources = [i["metadata"] for i in entry.infos if not is_empty(i.get("metadata"))]
        if entry.quota_failure:
            sources += items(entry.quota_failure.get("violations"))[:QUOTA_VIOLATIONS]
        if entry.quota_exceeded is not None:
            sources.append(entry.quota_exceeded)
        self.is_structured = bool(sources)

        def first(*keys):
            for source in sources:
                for key in keys:
                    value = field(source, key)
                    if isinstance(value, (str, Number)):
                        return value if isinstance(value, str) else value.text
            return ""

        metric = first("quota_metric", "quotaMetric", "metricName")
        name = first("quota_limit", "quotaId", "limitName")
        self.value = first("quota_limit_value", "quotaValue", "limit")
        self.unit = first("quota_unit")
        texts = [without_objects(entry.read_message), name, metric, self.unit] + [
            without_objects(text(field(source, "description"))) for source in sources]
        self.text = Text(" \n ".join(texts))
        delays = [entry.retry_delay or "", first("quotaResetDelay", "retryDelay")]
        self.delay = max(map(seconds, delays))

    @property
    def is_zero(self):
        return whole_number(self.value) == 0 or self.text.says("limit: 0", is_number=True)

    @property
    def is_long(self):
        return self.unit.startswith("1/d") or self.delay > 300 or self.text.has(
            "per day", "perday", "per week", "perweek", "per month", "permonth", "daily limit",
            "daily quota", "dailylimit", "dailyquota", "monthly")

    @property
    def is_short(self):
        return self.unit.startswith(("1/min", "1/s")) or self.text.has(
            "per minute", "perminute", "per second", "persecond", "per 100 seconds",
            "per100seconds")


def without_objects(message):
    """Without words that name an object, which have `/`, `@` or `:` inside; metrics stay."""
    def is_object(word):
        inner = word
        while inner and not is_word(inner[0]):
            inner = inner[1:]
        return any(c in "/@:" for c in inner[:-1]) and not is_metric(word)

    def is_metric(word):
        service, slash, name = word.partition("/")
        return service.endswith(".googleapis.com") and bool(slash) and all(
            is_word(c) or c in "_.," + QUOTES for c in name)

    return " ".join(word for word in words(message) if not is_object(word))


def seconds(duration):
    """The seconds in 0.2s, 201.5ms or 9h55m13s; 0 for text that is no duration."""
    units = [("ms", Fraction(1, 1000)), ("us", Fraction(1, 10**6)), ("ns", Fraction(1, 10**9)),
             ("h", 3600), ("m", 60), ("s", 1)]
    if len(duration) > 64:
        return 0
    total = Fraction(0)
    while duration:
        count = next((i for i, c in enumerate(duration) if c not in "0123456789."), len(duration))
        try:
            number = Fraction(duration[:count])
        except ValueError:
            return 0
        duration = duration[count:]
        unit = next((unit for unit in units if duration.startswith(unit[0])), None)
        if unit is None:
            return 0
        total += number * unit[1]
        duration = duration[len(unit[0]) :]
    return total


def is_quota(entry):
    if (
        any(info["reason"] in QUOTA_REASONS for info in entry.infos) or entry.quota_failure
        or entry.quota_exceeded is not None or entry.code == 8
    ):
        return entry.code != 0 or not entry.has_code
    return (
        (entry.code in (3, 7, 9) or entry.code == 0 and not entry.has_code)
        and not entry.is_iam_form and speaks_of_quota(entry))


def quota_row(entry):
    quota = Quota(entry)
    said, plain = quota.text, entry.plain
    reason = next((i["reason"] for i in entry.infos if i["reason"] in QUOTA_REASONS), "")
    sure = "high" if quota.is_structured else "medium"
    if said.says("prepayment credits"):
        return "6b0", "billing-disabled", sure
    if quota.is_zero:
        return "6b", "quota-not-granted", sure
    if quota.is_long or reason == "dailyLimitExceeded":
        return "6c", "quota-exhausted", sure
    if said.says("concurrent", "can be queued", "pending + running", "outstanding"):
        return "6d", "concurrent", sure
    is_amount = (
        reason in AMOUNT_REASONS or entry.quota_exceeded is not None
        or plain.says(
            "insufficient quota", "exceeded quota for", "quota metrics exceed quota limits",
            "quota exhausted", "quotaexceeded")
        or plain.has("exceeded quota:")
        or entry.full.has("quota '", 'quota "') and entry.full.has("' exceeded", '" exceeded')
        or plain.says("quota exceeded for quota metric") and reason not in RATE_REASONS
        or upper(entry.read_message) == "QUOTA_EXCEEDED")
    if is_amount and not quota.is_short:
        return "6e", "quota-exhausted", sure
    if said.has("tokens per", "tokensper", "bytes per", "bytesper") or said.says(
        "tokens", "throughput", "bandwidth", "characters"
    ):
        return "6f", "token-throughput", sure
    if quota.is_short or reason in RATE_REASONS or said.says(
        "rate limit", "rate limits", "rate limited", "rate exceeded", "too many requests",
        "too many api requests", "requests per base model", "ratelimitexceeded"
    ):
        return "6g", "rate-limit", sure
    if plain.begins("resource exhausted") and plain.says("please try again later"):
        return "6h", "shared-capacity", sure
    code = entry.raw_code.text if isinstance(entry.raw_code, Number) else text(entry.raw_code)
    if entry.service in GENERATIVE or whole_number(code) == 429:
        return "6i", "throttle-unspecified", "low"
    return "6j", "unclassified-exhausted", "low"


# Reasons

CAUSES_OF_REASONS = {
    "vpc-service-controls": "SECURITY_POLICY_VIOLATED",
    "quota-project": "USER_PROJECT_DENIED",
    "oauth-scope": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
    "org-policy": """USER_BLOCKED_BY_ADMIN RESOURCE_USAGE_RESTRICTION_VIOLATED
        ORG_RESTRICTION_VIOLATION LOCATION_ORG_POLICY_VIOLATED TLS_ORG_POLICY_VIOLATED
        TLS_CIPHER_RESTRICTION_VIOLATED ENDPOINT_USAGE_RESTRICTION_VIOLATED
        CUSTOM_ORG_POLICY_VIOLATION""",
    "unspecified": "LOCATION_POLICY_VIOLATED",
    "shared-capacity": "MODEL_CAPACITY_EXHAUSTED",
    "quota-exhausted": "QUOTA_EXHAUSTED INSUFFICIENT_G1_CREDITS_BALANCE",
    "api-key-invalid": "API_KEY_INVALID",
    "api-key-restricted": """API_KEY_SERVICE_BLOCKED API_KEY_HTTP_REFERRER_BLOCKED
        API_KEY_IP_ADDRESS_BLOCKED API_KEY_ANDROID_APP_BLOCKED API_KEY_IOS_APP_BLOCKED""",
    "credentials-missing": "CREDENTIALS_MISSING",
    "credentials-expired": "ACCESS_TOKEN_EXPIRED",
    "credentials-invalid": """ACCESS_TOKEN_TYPE_UNSUPPORTED SESSION_COOKIE_INVALID
        OVERLOADED_CREDENTIALS CREDENTIAL_ANDROID_APP_INVALID JWT_TOKEN_INVALID
        CREDENTIAL_TYPE_UNSUPPORTED ACCOUNT_TYPE_UNSUPPORTED""",
    "account-disabled": "ACCOUNT_STATE_INVALID",
    "billing-disabled": """BILLING_DISABLED UREQ_PROJECT_BILLING_NOT_FOUND
        UREQ_PROJECT_BILLING_NOT_OPEN""",
    "service-disabled": "SERVICE_DISABLED SERVICE_NOT_VISIBLE MCP_SERVER_DISABLED",
    "consumer-suspended": "CONSUMER_SUSPENDED GCP_SUSPENDED",
    "consumer-invalid": "CONSUMER_INVALID RESOURCE_PROJECT_INVALID",
}
CAUSE_OF_REASON = {
    reason: cause for cause, reasons in CAUSES_OF_REASONS.items() for reason in reasons.split()}


def is_googles(domain, service):
    return (
        domain in ("", "global", service, "googleapis.com") or domain.endswith(".googleapis.com")
        or ".googleapis.com/" in domain)


# The table

CODE_OF_CAUSE = {
    cause: code for code, causes in {
        1152: """missing-role cross-project vpc-service-controls context-aware-access act-as
            impersonation quota-project oauth-scope org-policy iam-deny-policy
            principal-access-boundary attribute-condition kubernetes-rbac kubernetes-admission
            unspecified""",
        1153: "rate-limit token-throughput concurrent shared-capacity throttle-unspecified",
        1100: """quota-exhausted quota-not-granted api-key-expired api-key-invalid
            api-key-restricted credentials-missing credentials-expired credentials-invalid
            credentials-unspecified account-disabled billing-disabled service-disabled
            consumer-suspended consumer-invalid model-not-enabled""",
    }.items() for cause in causes.split()}

ACT_AS = "iam.serviceAccounts.actAs"
IMPERSONATION = [
    f"iam.serviceAccounts.{verb}" for verb in
    ("getAccessToken", "getOpenIdToken", "signBlob", "signJwt", "implicitDelegation")]


def judged(entry):
    """The row, the cause or class, and the confidence: the first row that fits."""
    code, plain, iam = entry.code, entry.plain, entry.is_iam_form
    for rows in (before_quota, quota_rows, after_quota, policy_denial_rows, last_rows):
        found = rows(entry, code, plain, iam)
        if found:
            return found
    return "13", "other-error", "high"


def before_quota(entry, code, plain, iam):
    kind = entry.metadata_type
    perimeter = kind.endswith("VpcServiceControlAuditMetadata")
    if perimeter and field(entry.metadata, "dryRun") is True:
        return "1", "vpc-sc-dry-run", "high"
    if entry.message.startswith("(Dry Run Mode)"):
        return "1", "vpc-sc-dry-run", "high"
    if kind.endswith("OrgPolicyDryRunAuditMetadata"):
        return "1b", "dry-run", "high"
    for mode in ("iamEnforcementMode", "sgpEnforcementMode"):
        if field(entry.metadata, mode) == "DRY_RUN":
            return "1b", "dry-run", "high"
    if code == 0 and not entry.is_policy_log:
        speaks = speaks_of_capacity(entry) or speaks_of_quota(entry) and not iam
        if entry.has_code or not speaks:
            return success_row(entry)
    if perimeter or any(text(field(v, "type")) == "VPC_SERVICE_CONTROLS" for v in entry.violations):
        return "3", "vpc-service-controls", "high"
    if any(info["reason"] == "SECURITY_POLICY_VIOLATED" for info in entry.infos):
        return "3", "vpc-service-controls", "high"
    if (entry.unquoted if iam else entry.full).has(
        "vpcservicecontrolsuniqueidentifier", "request is prohibited by organization's policy",
        "request violates vpc service controls", "vpc service controls:", "restricted by vpcsc",
    ):
        return "3", "vpc-service-controls", "medium"
    if kind.endswith("ContextAwareAccessAuditMetadata"):
        return "4", "context-aware-access", "high"
    for info in entry.infos:
        cause = CAUSE_OF_REASON.get(info["reason"])
        if cause and is_googles(text(info.get("domain")), entry.service):
            if cause == "api-key-invalid" and plain.says("expired"):
                cause = "api-key-expired"
            return "5", cause, "high"
    if code in (3, 7, 16) and plain.says(
        "anonymous caller", "unauthenticated request", "unregistered callers",
        "request is missing a valid api key",
    ):
        return "5b", "credentials-missing", "medium"
    if (
        code in (3, 7, 9) and plain.says("act as service account")
        and plain.says(
            "cannot", "not authorized to", "not have permission to", "must have permission to")
        and (not entry.denied or entry.denies_only(ACT_AS))
    ):
        return "5c", "act-as", "medium"
    return None


def success_row(entry):
    for check in entry.checks:
        permission = text(field(check, "permission"))
        if granted(entry.entry, check) is False and lower(permission) not in ("", LOGGING_CHECK):
            return "2", "soft-deny", "high"
    return "2", "ok", "high"


def quota_rows(entry, code, plain, iam):
    if entry.has_ip_space_exhausted or speaks_of_capacity(entry):
        return "6a", "capacity", "high"
    if not iam and (code != 0 or not entry.has_code) and (
        plain.says("disruption budget", "mapped attribute")
        or plain.says("resources exceeded during query execution")
        and not plain.says("outstanding", "quota exceeded")
    ):
        return "6a2", "other-error", "medium"
    return quota_row(entry) if is_quota(entry) else None


def after_quota(entry, code, plain, iam):
    if code in (3, 7, 16) and not iam:
        cause = api_key_cause(plain)
        if cause:
            return "7", cause, "medium"
    if code == 16 and not iam:
        for word in ("expired", "missing", "invalid"):
            if plain.says(word):
                return "8", f"credentials-{word}", "medium"
        return "8", "credentials-unspecified", "high"
    if code != 0:
        types = [text(field(violation, "type")) for violation in entry.violations]
        if entry.violation_info or any(
            kind.startswith(("constraints/", "customConstraints/")) for kind in types
        ):
            return "9", "org-policy", "high"
        if speaks_of_org_policy(entry.unquoted):
            return "9", "org-policy", "medium"
    if code in (3, 7, 9) and not iam:
        cause = project_state_cause(plain)
        if cause:
            return "10a", cause, "medium"
    return None


def api_key_cause(plain):
    if plain.begins("requests") and plain.says("are blocked"):
        return "api-key-restricted"
    if not plain.says("api key", "api keys"):
        return None
    if plain.says("expired"):
        return "api-key-expired"
    if plain.says("not valid", "invalid", "not found", "malformed", "reported as leaked"):
        return "api-key-invalid"
    if plain.says("not supported"):
        return "credentials-missing"
    return "api-key-restricted" if plain.has_word("blocked", "restrict") else None


def speaks_of_org_policy(unquoted):
    return (
        unquoted.has("constraints/")
        or unquoted.says(
            "violated one or more org policies", "denied by org policy",
            "denied by custom org policy", "denied by custom org policies",
            "denied by organization policy", "permitted customer",
            "public access prevention is enforced", "disallowed by organization")
        or unquoted.says("creation is not allowed on this")
        and unquoted.has_word("key creation", "service account creation"))


def project_state_cause(plain):
    if plain.says(
        "billing must be enabled", "billing is not enabled", "billing not enabled",
        "billing to be enabled", "billing is disabled", "billing disabled", "requires billing",
        "enable billing",
    ) or plain.says("billing account") and plain.says("not found", "disabled", "closed", "absent"):
        return "billing-disabled"
    if plain.says("has not been used") and plain.says("or it is disabled") or plain.says(
        "api is not enabled", "api is disabled", "is not enabled for the project",
        "is not enabled for the consumer project",
    ):
        return "service-disabled"
    if plain.says("suspended") and plain.says("consumer", "project", "account") or plain.says(
        "project has been denied access"
    ):
        return "consumer-suspended"
    if plain.begins("permission denied on resource project"):
        return "consumer-invalid"
    if plain.says("is not allowed to use publisher model"):
        return "model-not-enabled"
    if plain.says("rejected by the attribute condition"):
        return "attribute-condition"
    return None


def policy_denial_rows(entry, code, plain, iam):
    if not entry.is_policy_denial:
        return None
    if entry.denies_only("serviceusage.services.use"):
        return "10b", "quota-project", "high"
    if plain.says("required permission to use project"):
        return "10b", "quota-project", "medium"
    if plain.says("insufficient authentication scopes", "provided scope(s) are not authorized"):
        return "10c", "oauth-scope", "medium"
    if plain.says("principal access boundary"):
        return "10d", "principal-access-boundary", "medium"
    if plain.says("deny policy"):
        return "10d", "iam-deny-policy", "medium"
    if entry.service == "k8s.io" or entry.method.startswith("io.k8s."):
        if field(entry.entry.get("labels"), "authorization.k8s.io/decision") == "allow":
            return "10e", "kubernetes-admission", "high"
        if plain.says("denied the request"):
            return "10e", "kubernetes-admission", "medium"
        return "10e", "kubernetes-rbac", "high"
    if entry.denies_only(ACT_AS):
        return "10f", "act-as", "high"
    if entry.denies_only(*IMPERSONATION):
        return "10f", "impersonation", "high"
    sure = "low" if entry.is_inferred else "high"
    if entry.denied and differ(home_project(entry.caller), entry.target_project):
        return "10g", "cross-project", sure
    return ("10h", "missing-role", sure) if entry.denied else ("10i", "unspecified", "low")


def last_rows(entry, code, plain, iam):
    if code == 5 and plain.says(
        "does not have access to it", "or it may not exist", "permission", "permissions"
    ):
        return "11", "possible-masked-denial", "low"
    return ("12", "unclassified-status", "high") if code == "unknown" else None


# Lines

GROUPS = ("(redacted)", "(anonymous)", "(unknown)")


def principal(entry, cause):
    """The caller's name, or the group of those that have none."""
    if entry.caller in GROUPS:
        return entry.caller
    if entry.caller:
        return "(anonymous)" if entry.caller == "anonymous" else limited(entry.caller)
    operation = entry.entry.get("operation")
    halves = [field(operation, key) is True for key in ("first", "last")]
    if text(field(operation, "id")) and halves[0] != halves[1]:
        return "(unknown)"
    if text(field(entry.entry.get("split"), "uid")):
        return "(unknown)"
    is_of_credentials = cause.startswith(("api-key-", "credentials-"))
    return "(anonymous)" if is_of_credentials else "(redacted)"


def limited(string):
    """Log text as a record keeps it."""
    data = string.encode()
    if len(data) <= RECORD_BYTES:
        return string
    return data[:RECORD_BYTES].decode(errors="ignore") + "…"


def verdict(document):
    """What is said of one line that is not blank."""
    try:
        entry = scalars(json_oracle.parse(document))
    except ValueError:
        return {"class": "malformed"}
    if not isinstance(entry, dict):
        return {"class": "malformed"}
    payload = entry["protoPayload" if "protoPayload" in entry else "protopayload_auditlog"] \
        if {"protoPayload", "protopayload_auditlog"} & set(entry) else None
    kind = text(field(payload, "@type"))
    if not isinstance(payload, dict) or kind and not kind.endswith(".AuditLog"):
        return {"class": "not-an-audit-entry"}
    facts = Entry(entry, payload)
    row, cause, confidence = judged(facts)
    if cause not in CODE_OF_CAUSE:
        return {"class": cause}
    return {
        "class": "denial", "code": CODE_OF_CAUSE[cause], "cause": cause, "rule": row,
        "confidence": confidence, "permissions": sorted(map(limited, facts.denied.values())),
        "inferred": facts.is_inferred, "project": facts.target_project,
        "principal": principal(facts, cause),
        "isNamed": bool(text(entry.get("insertId")) or text(entry.get("insertid"))),
    }


def verdicts(data):
    """What is said of each line; of equal lines with an insertId the first is the denial."""
    seen = set()
    for number, line in enumerate(data.removesuffix(b"\n").split(b"\n"), start=1):
        if not line.strip(b" \t\r"):
            yield {"line": number, "class": "blank"}
            continue
        said = {"line": number, **verdict(line)}
        if said.pop("isNamed", False):
            if line in seen:
                said = {"line": number, "class": "duplicate"}
            seen.add(line)
        yield said


def main(arguments):
    if len(arguments) != 1:
        print("usage: classify.py FILE", file=sys.stderr)
        return 64
    # The depth is bounded by the reader, so this only has to exceed what 512 levels need.
    sys.setrecursionlimit(20000)
    with open(arguments[0], "rb") as file:
        for said in verdicts(file.read()):
            print(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
