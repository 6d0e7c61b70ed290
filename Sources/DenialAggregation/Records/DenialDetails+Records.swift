import AuditLog
import DenialClassification

extension Denial.Perimeter {
  /// Writes the key of a record and its object.
  func write(to writer: inout JSONWriter) {
    writer.key("perimeter")
    writer.object { writer in
      writer.member("name", name)
      writer.member("reason", reason)
      writer.members("violations", violations) { writer, violation in
        writer.object { writer in
          writer.member("direction", violation.direction.rawValue)
          writer.member("perimeter", violation.perimeter)
          writer.member("source", violation.source)
          writer.member("sourceType", violation.sourceType)
          writer.member("target", violation.target)
          writer.member("permissions", violation.permissions)
        }
      }
      writer.member("violationsLeftOut", violationsLeftOut)
      writer.member("accessLevels", accessLevels)
      writer.member("deviceState", deviceState)
      writer.member("callerNetwork", callerNetwork)
    }
  }

  init(_ value: JSONValue) {
    self.init()
    name = value.text("name")
    reason = value.text("reason")
    let elements = value["violations"]?.elements ?? []
    violations = elements.prefix(Self.violationLimit).compactMap(Violation.init)
    violationsLeftOut =
      value.count("violationsLeftOut") + max(0, elements.count - Self.violationLimit)
    accessLevels = value["accessLevels"]?.texts ?? []
    deviceState = value.text("deviceState")
    callerNetwork = value.text("callerNetwork")
  }
}

extension Denial.Perimeter.Violation {
  fileprivate init?(_ value: JSONValue) {
    guard let direction = Denial.Perimeter.Direction(rawValue: value.text("direction")) else {
      return nil
    }
    self.init(direction: direction)
    perimeter = value.text("perimeter")
    source = value.text("source")
    sourceType = value.text("sourceType")
    target = value.text("target")
    permissions = value["permissions"]?.texts ?? []
  }
}

extension Denial.Quota {
  func write(to writer: inout JSONWriter) {
    writer.key("quota")
    writer.object { writer in
      writer.member("metric", metric)
      writer.member("limitName", limitName)
      writer.member("limitValue", limitValue)
      writer.member("unit", unit)
      writer.member("period", period?.rawValue ?? "")
      writer.member("location", location)
      writer.member("model", model)
      writer.members("dimensions", dimensions) { writer, dimension in
        writer.object { writer in
          writer.member("name", dimension.name)
          writer.member("value", dimension.value)
        }
      }
    }
  }

  init(_ value: JSONValue) {
    self.init(
      metric: value.text("metric"), limitName: value.text("limitName"),
      limitValue: value.text("limitValue"), unit: value.text("unit"))
    period = QuotaPeriod(rawValue: value.text("period"))
    location = value.text("location")
    model = value.text("model")
    dimensions = (value["dimensions"]?.elements ?? []).map {
      Dimension(name: $0.text("name"), value: $0.text("value"))
    }
  }
}

extension JSONWriter {
  /// Writes a key and an array of values that `write` knows to write.
  @inlinable package mutating func members<Values: Sequence>(
    _ name: String, isInline: Bool = false, _ values: Values,
    _ write: (inout JSONWriter, Values.Element) -> Void
  ) {
    key(name)
    array(isInline: isInline) { writer in
      for value in values { write(&writer, value) }
    }
  }
}
