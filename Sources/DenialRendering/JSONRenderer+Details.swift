internal import DenialAggregation
internal import DenialClassification

extension JSONWriter {
  /// Writes the keys of what denials say beside their finding; those of one entry have no peak.
  mutating func writeMembers(of details: FindingDetails, isOfOneEntry: Bool = false) {
    if !isOfOneEntry { member("peakPerMinute", details.peakPerMinute) }
    members("perimeterViolations", details.perimeterViolations) { $0.write($1) }
    member("perimeterViolationsLeftOut", details.perimeterViolationsLeftOut)
    members("quotas", details.quotas) { $0.write($1) }
    member("quotasLeftOut", details.quotasLeftOut)
    members("credentialStates", details.credentialStates) { writer, count in
      writer.object { writer in
        writer.member("state", count.state.rawValue)
        writer.member("meaning", count.state.meaning)
        writer.member("denials", count.denials)
      }
    }
  }

  private mutating func member(_ name: String, _ peak: MinutePeak?) {
    key(name)
    guard let peak else { return null() }
    object(isInline: true) { writer in
      writer.member("minute", peak.minute)
      writer.member("denials", peak.denials)
    }
  }

  mutating func write(_ violation: PerimeterViolation) {
    object { writer in
      writer.member("direction", violation.direction)
      writer.member("dryRun", violation.isDryRun)
      writer.member("perimeter", violation.perimeter)
      writer.member("reason", violation.reason)
      writer.member("meaning", violation.meaning)
      writer.member("cure", violation.cure)
      writer.member("source", violation.source)
      writer.member("sourceType", violation.sourceType)
      writer.member("target", violation.target)
      writer.member("permissions", violation.permissions)
      writer.member("callerNetworks", violation.callerNetworks)
      writer.member("accessLevels", violation.accessLevels)
      writer.member("deviceStates", violation.deviceStates)
      writer.member("methods", violation.methods)
      writer.member("denials", violation.denials)
      writer.member("uniqueIds", violation.uniqueIDs)
      writer.write(violation.remedy)
      writer.member("obstacle", violation.obstacle)
    }
  }

  private mutating func write(_ remedy: PerimeterViolation.Remedy?) {
    key("remedy")
    guard let remedy else { return null() }
    object { writer in
      writer.member("yaml", remedy.yaml)
      writer.member("commands", remedy.commands)
      writer.member("warnings", remedy.warnings)
    }
  }

  private mutating func write(_ quota: QuotaUse) {
    object { writer in
      writer.member("kind", quota.kind.rawValue)
      writer.member("metric", quota.metric)
      writer.member("limitName", quota.limitName)
      writer.member("limitValue", quota.limitValue)
      writer.member("unit", quota.unit)
      writer.member("period", quota.period)
      writer.member("location", quota.location)
      writer.member("model", quota.model)
      writer.members("dimensions", quota.dimensions) { writer, dimension in
        writer.object(isInline: true) { writer in
          writer.member("name", dimension.name)
          writer.member("value", dimension.value)
        }
      }
      writer.member("denials", quota.denials)
      writer.member("peakPerMinute", quota.peakPerMinute)
      writer.member("filter", quota.filter)
    }
  }
}
