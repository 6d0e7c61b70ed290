/// Names that stand in the place of those of a log, so that a report may leave the house.
///
/// A name always has the same pseudonym, wherever and whenever it is met, as long as the key behind
/// the hash is the same; without the key nothing leads back. A pseudonym has the form of the name,
/// so that an account is still an account and a project still a project.
package struct Pseudonyms: Sendable {
  /// How much is replaced.
  package enum Level: String, CaseIterable, Hashable, Sendable {
    /// Who: people, accounts, keys, addresses. Projects, domains and resources stay readable.
    case partial
    /// Also where: projects, domains, resources, networks, perimeters.
    case full
  }

  package let level: Level
  private let hash: @Sendable (_ kind: String, _ name: String) -> UInt64

  /// - Parameters:
  ///   - level: How much is replaced.
  ///   - hash: A keyed hash of a name among those of its kind: a secret function.
  package init(
    level: Level, hash: @escaping @Sendable (_ kind: String, _ name: String) -> UInt64
  ) {
    self.level = level
    self.hash = hash
  }

  /// What a name is, so that equal texts of different kinds have different pseudonyms.
  enum Kind: String {
    case account, project, domain, namespace, segment, key, client, address, number, agent, text
  }

  /// Twelve lower-case letters and digits, 60 bits of the hash.
  ///
  /// - Source: RFC 4648, section 6 (the alphabet of base 32)
  func token(_ kind: Kind, _ name: some StringProtocol) -> String {
    var value = hash(kind.rawValue, String(name))
    var token: [UInt8] = []
    token.reserveCapacity(12)
    for _ in 0..<12 {
      token.append(Self.alphabet[Int(value & 31)])
      value >>= 5
    }
    return String(decoding: token, as: UTF8.self)
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// Eighteen digits for a number of a project, an organization or an account.
  func number(_ digits: some StringProtocol) -> String {
    let value = hash(Kind.number.rawValue, String(digits))
    return String(100_000_000_000_000_000 + value % 900_000_000_000_000_000)
  }

  /// The text with a pseudonym for each number in it that is long enough to name something.
  func replacingNumbers(in text: some StringProtocol) -> String {
    var result = ""
    var digits = ""
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
      } else {
        result += settled(digits)
        digits = ""
        result.unicodeScalars.append(scalar)
      }
    }
    return result + settled(digits)
  }

  private func settled(_ digits: String) -> String {
    digits.utf8.count < Self.shortestNumber ? digits : number(digits)
  }

  /// Shorter numbers count something, or are versions.
  static let shortestNumber = 5

  /// Whether projects, domains and resources are replaced as well.
  package var hidesPlaces: Bool { level == .full }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension Pseudonyms {
  /// A project's id or number.
  package func project(_ name: String) -> String {
    guard hidesPlaces, !name.isEmpty, name != "_", name != "-" else { return name }
    if name.consists(of: \.isDigit) { return number(name) }
    let parts = name.parts(at: ":", maxSplits: 1)
    if parts.count == 2 { return domain(String(parts[0])) + ":" + project(String(parts[1])) }
    return "project-" + token(.project, name)
  }

  /// A project as names of hosts have it: `PROJECT`, or `PROJECT.DOMAIN` for `DOMAIN:PROJECT`.
  func projectInDNSForm(_ text: some StringProtocol) -> String {
    guard hidesPlaces else { return String(text) }
    let text = String(text)
    guard text.hasByte(".") else { return project(text) }
    let parts = text.parts(at: ".", maxSplits: 1)
    return project(String(parts[0])) + "." + domain(String(parts[1]))
  }

  /// The domain of a person's address, or of a host.
  func domain(_ name: String) -> String {
    guard hidesPlaces, !Member.consumerDomains.contains(name[...]) else { return name }
    return "d" + token(.domain, name.asciiLowercased) + ".invalid"
  }

  /// The name of a service; those of Google stay.
  package func service(_ name: String) -> String {
    if name.isEmpty || name == "k8s.io" || !hidesPlaces { return name }
    if let label = name.dropping(suffix: ".googleapis.com"), label.isDomainLabel { return name }
    return domain(name)
  }

  /// The name of a method; those of services that stay do so too.
  package func method(_ name: String, of service: String) -> String {
    guard hidesPlaces, !name.isEmpty else { return name }
    let isKept =
      service == "k8s.io"
      ? name.begins(with: "io.k8s.") : self.service(service) == service && !service.isEmpty
    // No method has an at sign; what has one is no name of a method.
    return isKept && !name.hasByte("@") ? name : "method-" + token(.text, name)
  }

  /// The log that an entry is in.
  package func logName(_ name: String) -> String {
    guard hidesPlaces, !name.isEmpty else { return path(name) }
    let parts = name.parts(at: "/")
    guard parts.count == 4, parts[2] == "logs" else { return path(name) }
    let isPublic = ["cloudaudit.googleapis.com%2F", "externalaudit.googleapis.com%2F"]
      .contains { parts[3].begins(with: $0) && parts[3].consists { $0 != UInt8(ascii: "@") } }
    let log = isPublic ? String(parts[3]) : "log-" + token(.segment, parts[3])
    return path("\(parts[0])/\(parts[1])") + "/logs/" + log
  }
}
