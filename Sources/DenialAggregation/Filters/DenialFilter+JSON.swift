import DenialClassification

extension JSONWriter {
  /// Writes a key and the values of a filter, a list for each option.
  package mutating func member(_ name: String, _ filter: DenialFilter) {
    key(name)
    object { writer in
      writer.member("principal", filter.principals)
      writer.member("project", filter.projects)
      writer.member("service", filter.services)
      writer.member("method", filter.methods)
      writer.key("code")
      writer.array(isInline: true) { writer in
        for code in filter.codes { writer.integer(code.rawValue) }
      }
      writer.member("cause", filter.causes)
    }
  }
}
