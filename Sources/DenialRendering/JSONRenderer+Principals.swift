internal import DenialAggregation
internal import DenialClassification

extension JSONWriter {
  /// Writes a principal, with what other nights know of its findings.
  mutating func write(_ principal: PrincipalSummary, _ history: ReportHistory?) {
    object { writer in
      writer.member("principal", principal.principal)
      writer.member("member", principal.member)
      writer.member("kind", principal.kind)
      writer.member("denials", principal.denials)
      writer.key("byCode")
      writer.object(isInline: true) { writer in
        for code in DenialCode.allCases {
          writer.member(String(code.rawValue), principal.byCode[code] ?? 0)
        }
      }
      writer.member("firstSeen", principal.firstSeen)
      writer.member("lastSeen", principal.lastSeen)
      writer.member("callerIps", principal.callerIPs)
      writer.member("userAgents", principal.userAgents)
      writer.member("keys", principal.keys)
      writer.member("delegations", principal.delegations)
      writer.write(principal.reconnaissance)
      writer.members("findings", principal.findings) { writer, finding in
        writer.write(finding, history?.findings[finding.id])
      }
    }
  }

  private mutating func write(_ reconnaissance: Reconnaissance?) {
    key("reconnaissance")
    guard let reconnaissance else { return null() }
    object(isInline: true) { writer in
      writer.member("firstSeen", reconnaissance.firstSeen)
      writer.member("lastSeen", reconnaissance.lastSeen)
      writer.member("permissions", reconnaissance.permissions)
      writer.member("services", reconnaissance.services)
      writer.member("projects", reconnaissance.projects)
    }
  }

  private mutating func write(_ finding: Finding, _ history: FindingHistory?) {
    object { writer in
      writer.member("id", finding.id)
      writer.writeMembers(of: history)
      writer.member("code", finding.code.rawValue)
      writer.member("cause", finding.cause.rawValue)
      writer.member("confidence", finding.confidence.rawValue)
      writer.member("service", finding.service)
      writer.member("project", finding.project)
      writer.member("resource", finding.resource)
      writer.member("resources", finding.resources)
      writer.member("resourcesLeftOut", finding.resourcesLeftOut)
      writer.member("permissions", finding.permissions)
      writer.member("permissionsInferred", finding.permissionsAreInferred)
      writer.member("methods", finding.methods)
      writer.member("denials", finding.denials)
      writer.member("besideServicePerimeter", finding.besideServicePerimeter)
      writer.member("firstSeen", finding.firstSeen)
      writer.member("lastSeen", finding.lastSeen)
      writer.members("perHour", finding.perHour) { writer, hour in
        writer.array(isInline: true) { writer in
          writer.string(hour.value)
          writer.integer(hour.denials)
        }
      }
      writer.key("evidence")
      writer.object { writer in
        writer.member("path", finding.evidence.path)
        writer.member("value", finding.evidence.value)
      }
      writer.member("examples", finding.examples)
      writer.member("suggestions", finding.suggestions)
      writer.member("advice", finding.advice)
      writer.write(finding.caller)
      if let time = finding.lastGranted { writer.member("lastGranted", time) }
      writer.writeMembers(of: finding.details)
    }
  }

  private mutating func write(_ caller: Caller?) {
    key("caller")
    guard let caller else { return null() }
    object { writer in
      writer.member("ip", caller.ip)
      writer.member("oauthClientId", caller.oauthClientID)
      writer.member("userAgent", caller.userAgent)
    }
  }

  private mutating func member(_ name: String, _ counts: [ValueCount]) {
    members(name, counts) { writer, count in
      writer.object(isInline: true) { writer in
        writer.member("value", count.value)
        writer.member("denials", count.denials)
      }
    }
  }
}
