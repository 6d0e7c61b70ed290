import DenialClassification
import Testing

struct CauseWordsTests {
  @Test(arguments: DenialCause.allCases)
  func `a title has two to four words`(cause: DenialCause) {
    #expect((2...4).contains(cause.title.split(separator: " ").count))
    #expect(cause.title.utf8.count <= 29)
  }

  @Test(arguments: DenialCause.allCases)
  func `meaning and advice are one plain sentence each`(cause: DenialCause) {
    for sentence in [cause.meaning, cause.advice] {
      let unusual = sentence.utf8.filter { !(0x20...0x7E ~= $0) }
      #expect(unusual.isEmpty)
      #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "))
      #expect(sentence.first?.isUppercase == true && !sentence.contains("  "))
    }
    #expect(cause.meaning.utf8.count <= 140)
    #expect(cause.advice.utf8.count <= 300)
  }

  @Test func `no two causes have the same words`() {
    #expect(Set(DenialCause.allCases.map(\.title)).count == DenialCause.allCases.count)
    #expect(Set(DenialCause.allCases.map(\.meaning)).count == DenialCause.allCases.count)
    #expect(Set(DenialCause.allCases.map(\.advice)).count == DenialCause.allCases.count)
  }

  @Test(arguments: DenialCause.allCases)
  func `advice says whether a role helps`(cause: DenialCause) {
    if cause.isCuredByBinding {
      #expect(cause.advice.hasPrefix("Grant "))
      #expect(cause.advice.contains("where no binding can be written"))
    } else if cause.code != .throttling, cause != .kubernetesRBAC {
      #expect(cause.advice.hasPrefix("No role") || cause.advice.hasPrefix("Neither a role"))
    } else {
      #expect(!cause.advice.contains("roles/"))
    }
  }

  @Test(arguments: DenialCause.allCases)
  func `nobody is told to grant a basic role`(cause: DenialCause) {
    for word in ["Owner", "Editor", "Viewer", "roles/owner", "roles/editor", "roles/viewer"] {
      #expect(!cause.advice.contains(word) && !cause.meaning.contains(word))
    }
  }

  @Test(arguments: DenialCause.allCases)
  func `what fixes a cause and what does not are plain clauses`(cause: DenialCause) {
    for clause in [cause.remedy, cause.nonRemedy] {
      #expect(clause.utf8.allSatisfy { 0x20...0x7E ~= $0 } && !clause.contains("  "))
      #expect(!clause.isEmpty && clause.utf8.count <= 200 && !clause.hasSuffix("."))
      #expect(!clause.contains(". "))
    }
    #expect(cause.remedy != cause.nonRemedy)
    #expect(cause.isCuredByBinding == cause.remedy.contains("role") || cause == .kubernetesRBAC)
    #expect(cause.isCuredByBinding || cause.nonRemedy.contains("role"))
  }

  @Test(arguments: DenialCause.allCases)
  func `a cause can be looked for and made sure of`(cause: DenialCause) {
    for evidence in cause.evidence {
      #expect(evidence.path.hasPrefix("protoPayload.") || evidence.path.hasPrefix("labels."))
      #expect(!evidence.value.isEmpty && !evidence.value.contains("|"))
    }
    #expect((1...3).contains(cause.confirmation.count))
    for confirmation in cause.confirmation {
      #expect(confirmation.text.utf8.allSatisfy { 0x20...0x7E ~= $0 })
      #expect(confirmation.text.hasSuffix(".") && !confirmation.text.dropLast().contains(". "))
      guard let command = confirmation.command else { continue }
      #expect(command.hasPrefix("gcloud ") || command.hasPrefix("kubectl "))
      #expect(!command.contains("  ") && !command.contains("\n"))
    }
  }

  /// A word in capitals that is no ``CommandWord`` could not be replaced.
  @Test(arguments: DenialCause.allCases)
  func `the words to be replaced are those that are known`(cause: DenialCause) {
    let known = Set(CommandWord.allCases.map(\.rawValue)).union(["AND", "True"])
    for command in cause.confirmation.compactMap(\.command) {
      let words = command.split { !($0.isLetter || $0 == "_") }.map(String.init)
      let capitals = words.filter { $0.utf8.count > 1 && $0 == $0.uppercased() }
      #expect(capitals.filter { !known.contains($0) } == [])
    }
  }

  @Test func `every word to be replaced is in some command, and has an example`() {
    let commands = DenialCause.allCases.flatMap(\.confirmation).compactMap(\.command)
    for word in CommandWord.allCases {
      let values = [word: word.example]
      let replaced = DenialCause.allCases.flatMap(\.confirmation).map { $0.replacing(values) }
      #expect(replaced.compactMap(\.command) != commands, "\(word)")
      #expect(
        !word.example.isEmpty && word.example.uppercased() != word.example || word == .policy
          || word == .organization)
    }
  }

  @Test func `a word is replaced where it stands alone, each once`() throws {
    let cause = DenialCause.quotaProject
    let first = try #require(cause.confirmation.first)
    let replaced = first.replacing([.project: "x", .quotaProject: "PROJECT", .email: "a@b.c"])
    let command = try #require(replaced.command)
    #expect(command.contains("projects/PROJECT "))
    #expect(command.contains("--principal-email=a@b.c "))
    #expect(replaced.text == first.text)
  }

  @Test(arguments: DenialCode.allCases)
  func `a code has a sentence of meaning and one of advice`(code: DenialCode) {
    for sentence in [code.meaning, code.advice] {
      #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "))
      #expect(!sentence.contains("Owner") && !sentence.contains("Editor"))
    }
    for clause in [code.evidence, code.nonRemedy] {
      #expect(!clause.isEmpty && !clause.hasSuffix("."))
    }
  }

  @Test(arguments: EntryClass.allCases)
  func `a class has a sentence of meaning and one of advice`(entryClass: EntryClass) {
    for sentence in [entryClass.meaning, entryClass.advice] {
      #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "))
      #expect(sentence.utf8.allSatisfy { 0x20...0x7E ~= $0 })
    }
  }

  @Test func `each confidence means something else`() {
    let meanings = [Confidence.high, .medium, .low].map(\.meaning)
    #expect(Set(meanings).count == 3 && meanings.allSatisfy { !$0.isEmpty })
  }
}
