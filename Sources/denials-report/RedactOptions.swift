import ArgumentParser
import DenialAggregation
import DenialClassification
import DenialsReport
import IAM

/// Whether names are replaced by pseudonyms.
struct RedactOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Put pseudonyms in the place of names: partial hides who (people, accounts, keys, addresses), \
      full also where (projects, domains, resources). With the same key a name has the same pseudonym.
      """, valueName: "partial or full"))
  var redact: Pseudonyms.Level?

  @Option(
    help: ArgumentHelp(
      "The secret that pseudonyms are made with: head -c 32 /dev/urandom > FILE makes one.",
      valueName: "file"),
    completion: .file())
  var redactKey: String?

  func validate() throws {
    if redact != nil, redactKey == nil {
      throw ValidationError(
        "--redact needs --redact-key FILE; head -c 32 /dev/urandom > FILE makes a key")
    }
    if redact == nil, redactKey != nil {
      throw ValidationError("--redact-key is of no use without --redact partial or full")
    }
  }

  /// Sees that nothing is asked for that would hold what was read as it is.
  func check(_ input: InputOptions) throws {
    if redact != nil, input.rejects != nil {
      throw ValidationError("--rejects keeps lines as they are, which --redact is to hide")
    }
  }

  /// What redacts, if that was asked for.
  ///
  /// - Throws: The end of the command, if the key cannot be read.
  func redaction(_ console: Console) throws -> Redaction? {
    guard let redact, let redactKey else { return nil }
    return try console.orFail {
      try RedactionKey.redaction(redact, keyFile: ProcessFacts.paths(of: [redactKey])[0])
    }
  }
}

extension Redaction {
  /// The arguments of a command with pseudonyms where they name a principal, a project or a service.
  func redacted(_ arguments: [String]) -> [String] {
    var shown = arguments
    for (index, argument) in arguments.enumerated() {
      let queries: [(String, (String) -> String?)] = [
        ("--principal", principal), ("--project", project), ("--service", service),
      ]
      for (option, query) in queries {
        if argument == option, index + 1 < arguments.count {
          shown[index + 1] = query(arguments[index + 1]) ?? Self.hiddenText
        } else if argument.hasPrefix(option + "=") {
          let value = String(argument.dropFirst(option.count + 1))
          shown[index] = "\(option)=\(query(value) ?? Self.hiddenText)"
        }
      }
    }
    return shown
  }
}

extension RunOptions {
  /// Takes what redacts, and looks for pseudonyms where names were asked for.
  mutating func redact(by redaction: Redaction?) throws {
    guard let redaction else { return }
    self.redaction = redaction
    do {
      filter = try filter.redacted(by: redaction)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

extension Pseudonyms.Level: ExpressibleByArgument {}
