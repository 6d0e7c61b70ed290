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

  @Test(arguments: DenialCode.allCases)
  func `a code has a sentence of meaning and one of advice`(code: DenialCode) {
    for sentence in [code.meaning, code.advice] {
      #expect(sentence.hasSuffix(".") && !sentence.dropLast().contains(". "))
      #expect(!sentence.contains("Owner") && !sentence.contains("Editor"))
    }
  }
}
