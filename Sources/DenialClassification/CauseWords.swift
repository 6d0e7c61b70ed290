/// What a reader is told about a cause: one table for reports, `explain`, `codes` and the docs.
///
/// Plain ASCII without markup. Names of pages are those of the Google Cloud console, and every
/// command parses with gcloud 528 or kubectl; words in capitals are to be replaced by the reader
/// (``CommandWord``).
struct CauseWords: Sendable {
  /// Two to four words, for a table.
  let title: String
  /// One sentence.
  let meaning: String
  /// One sentence.
  let advice: String
  /// What such an entry typically has, with values that are made up. A refused call that has just
  /// this is judged to be of this cause.
  let evidence: [Evidence]
  /// How to make sure, the best way first.
  let confirmation: [Confirmation]
  /// What fixes it: a clause for a table.
  let remedy: String
  /// What does not, though it is often tried: a clause.
  let nonRemedy: String
}

/// A way to make sure that a cause is what it seems.
package struct Confirmation: Hashable, Sendable {
  /// A sentence; before a command, about what it tells.
  package let text: String
  /// What to run, words in capitals to be replaced; `nil` for a step in the console.
  package let command: String?

  static func run(_ command: String, _ text: String) -> Confirmation {
    Confirmation(text: text, command: command)
  }

  static func look(_ text: String) -> Confirmation {
    Confirmation(text: text, command: nil)
  }

  /// The same with the words that are known replaced.
  ///
  /// - Parameter values: What stands for a word; must be safe in a command without quotes.
  /// - Returns: Words that are not known stay in capitals.
  package func replacing(_ values: [CommandWord: String]) -> Confirmation {
    Confirmation(text: text, command: command.map { CommandWord.replacing(values, in: $0) })
  }
}

/// A word in capitals in a command, to be replaced by whoever runs it.
package enum CommandWord: String, CaseIterable, Hashable, Sendable {
  case account = "ACCOUNT"
  case caller = "CALLER"
  case constraint = "CONSTRAINT"
  case email = "EMAIL"
  case file = "FILE"
  case key = "KEY"
  case keyString = "KEY_STRING"
  case level = "LEVEL"
  case namespace = "NAMESPACE"
  case organization = "ORGANIZATION"
  case permission = "PERMISSION"
  case policy = "POLICY"
  case pool = "POOL"
  case project = "PROJECT"
  case provider = "PROVIDER"
  case quotaProject = "QUOTA_PROJECT"
  case region = "REGION"
  case resource = "RESOURCE"
  case service = "SERVICE"
  case uniqueID = "UNIQUE_ID"
  case verb = "VERB"
  case machine = "VM"
  case zone = "ZONE"

  /// What may stand in its place, made up.
  package var example: String {
    switch self {
    case .account: "runner@acme-prod.iam.gserviceaccount.com"
    case .caller: "dev@example.com"
    case .constraint: "vertexai.allowedModels"
    case .email: "app@acme-prod.iam.gserviceaccount.com"
    case .file: "pod.yaml"
    case .key: "0a1b2c3d-4e5f-6789-abcd-ef0123456789"
    case .keyString: "my-key-string"
    case .level: "managed_devices"
    case .namespace: "shop"
    case .organization: "123456789012"
    case .permission: "aiplatform.endpoints.predict"
    case .policy: "987654321098"
    case .pool: "github"
    case .project: "acme-prod"
    case .provider: "actions"
    case .quotaProject: "acme-billing"
    case .region: "us-central1"
    case .resource: "pods"
    case .service: "aiplatform.googleapis.com"
    case .uniqueID: "kAcZ1xYv0wU2tS"
    case .verb: "list"
    case .machine: "batch-1"
    case .zone: "us-central1-a"
    }
  }

  /// A command with the words that are known replaced, each where it stands alone.
  static func replacing(_ values: [CommandWord: String], in command: String) -> String {
    var result = ""
    var word = ""
    for scalar in command.unicodeScalars {
      if scalar == "_" || ("A"..."Z").contains(scalar) {
        word.unicodeScalars.append(scalar)
      } else {
        result += CommandWord(rawValue: word).flatMap { values[$0] } ?? word
        word = ""
        result.unicodeScalars.append(scalar)
      }
    }
    return result + (CommandWord(rawValue: word).flatMap { values[$0] } ?? word)
  }
}
