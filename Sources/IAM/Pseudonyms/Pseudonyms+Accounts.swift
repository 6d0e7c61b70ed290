extension Pseudonyms {
  /// Whoever a log names: an address, a member with its prefix, a subject, a unique id.
  ///
  /// The pseudonym is of the same kind of principal, and has a member just if the name has one.
  package func account(_ name: String) -> String {
    if Self.publicNames.contains(name) { return name }
    for prefix in Self.memberPrefixes {
      if let rest = name.dropping(prefix: prefix) { return prefix + account(String(rest)) }
    }
    for prefix in ["principal://", "principalSet://", "spiffe://"] {
      if let rest = name.dropping(prefix: prefix) { return prefix + federated(rest) }
    }
    if let rest = name.dropping(prefix: "system:") { return "system:" + clusterSubject(rest) }
    if let workload = gkeWorkload(name) { return workload }
    if name.hasByte("?"), let query = name.parts(at: "?").last,
      let uid = query.dropping(prefix: "uid=")
    {
      let bare = name.utf8.count - query.utf8.count - 1
      return account(String(name[...].utf8Slice(0, bare))) + "?uid=" + number(uid)
    }
    if let address = address(name) { return address }
    return name.consists(of: \.isDigit) ? number(name) : person(name)
  }

  /// A person, or whatever else it is, without any form.
  func person(_ name: some StringProtocol) -> String { "name-" + token(.account, name) }

  private static let publicNames: Set<String> = [
    "", "-", "anonymous", "allUsers", "allAuthenticatedUsers",
  ]
  private static let memberPrefixes = ["deleted:", "user:", "serviceAccount:", "group:"]

  // MARK: - Addresses

  /// `LOCAL@DOMAIN`; `nil` if nothing stands on one side of the only at sign.
  private func address(_ name: String) -> String? {
    let parts = name.parts(at: "@")
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    let (local, host) = (parts[0], String(parts[1]))
    // Mail programs and logs differ in case, and mean the same account.
    let user = "user-" + token(.account, name.asciiLowercased)
    // What a log has left out stays left out: nobody can tell whose address it is.
    if local.hasDots(3) { return "\(user)...@\(self.host(host))" }
    guard let address = EmailAddress(name.asciiLowercased) else {
      // The apostrophe keeps it out of commands, as what is in the name does.
      return "\(user)'@\(self.host(host))"
    }
    guard let account = ServiceAccountEmail(address) else {
      return "\(user)@\(domain(host))"
    }
    if account.isServiceAgent { return serviceAgent(name, local: local, host: host) }
    return serviceAccount(name, local: local, host: host)
  }

  /// The domain of an address; what is none may hold anything and never stays.
  private func host(_ name: String) -> String {
    let text = name.asciiLowercased
    return text.isDomainName || text.isDomainLabel
      ? domain(name) : "d" + token(.domain, text) + ".invalid"
  }

  /// Such as `service-123456789012@gcp-sa-aiplatform.iam.gserviceaccount.com`: no person has one, and
  /// it names nothing but a project.
  private func serviceAgent(_ name: String, local: Substring, host: String) -> String {
    guard hidesPlaces else { return name }
    let letters = local.unicodeScalars.filter { !("0"..."9").contains($0) }
    let shape = String(String.UnicodeScalarView(letters))
    let shownLocal: String
    if local.begins(with: "bqcx-") {
      let project = local.parts(at: "-").first { $0.consists(of: \.isDigit) } ?? ""
      shownLocal = "bqcx-\(number(project))-\(token(.account, name).prefix(4))"
    } else if ["", "service-", "project-", "connection-", "p-", "p"].contains(shape) {
      shownLocal = replacingNumbers(in: local)
    } else if host.begins(with: "system.") {
      shownLocal = String(local)
    } else {
      shownLocal = "sa-" + token(.account, name)
    }
    let label = host.before(".")
    let isTenant = label.dropping(suffix: "-tp") != nil
    // Sixteen hexadecimal digits make it a tenant project still.
    let hexadecimal = number(label).prefix(16)
    let shownHost = isTenant ? "t\(hexadecimal)-tp\(host.dropFirst(label.count))" : host
    return "\(shownLocal)@\(shownHost)"
  }

  private func serviceAccount(_ name: String, local: Substring, host: String) -> String {
    let own = "sa-" + token(.account, name.asciiLowercased)
    switch host.asciiLowercased {
    case "developer.gserviceaccount.com":
      // The default account of a project, which its number names.
      guard let project = local.dropping(suffix: "-compute"), project.consists(of: \.isDigit) else {
        return "\(own)@\(host)"
      }
      return hidesPlaces ? "\(number(project))-compute@\(host)" : name
    case "appspot.gserviceaccount.com": return "\(projectInDNSForm(local))@\(host)"
    default:
      if let project = host.dropping(suffix: ".iam.gserviceaccount.com") {
        return "\(own)@\(projectInDNSForm(project)).iam.gserviceaccount.com"
      }
      guard local.consists(of: \.isDigit) else { return "\(own)@\(host)" }
      return hidesPlaces ? "\(number(local))@\(host)" : name
    }
  }

  // MARK: - Other forms

  /// `PROJECT.svc.id.goog[NAMESPACE/NAME]`
  private func gkeWorkload(_ name: String) -> String? {
    let parts = name.parts(at: "[", maxSplits: 1)
    guard parts.count == 2, parts[0].isDomainName,
      let project = parts[0].dropping(suffix: ".svc.id.goog"),
      let names = parts[1].dropping(suffix: "]")?.parts(at: "/", maxSplits: 1), names.count == 2
    else { return nil }
    return "\(projectInDNSForm(project)).svc.id.goog"
      + "[\(namespace(names[0]))/\(clusterAccount(names[1]))]"
  }

  /// What follows `principal://`: an authority, and a path that ends with an identity.
  private func federated(_ name: Substring) -> String {
    let parts = name.parts(at: "/", maxSplits: 1)
    guard parts.count == 2 else { return person(name) }
    let authority = self.authority(parts[0])
    let words = parts[1].parts(at: "/")
    let marker = words.firstIndex { word in
      ["subject", "subjects", "group"].contains(word) || word.begins(with: "attribute.")
    }
    guard let marker, marker + 1 < words.count else {
      // Not in a pool, or a whole pool: the last part names it.
      let isPool = words.last == "*"
      let named = isPool ? words.dropLast() : words[...]
      let holder = named.dropLast().joined(separator: "/")
      let last = named.last.map { isPool && !hidesPlaces ? String($0) : person($0) } ?? ""
      return ([authority, path(holder), last] + (isPool ? ["*"] : [])).filter { !$0.isEmpty }
        .joined(separator: "/")
    }
    let pool = path(words[..<marker].joined(separator: "/"))
    let identity = words[(marker + 1)...].joined(separator: "/")
    let word =
      hidesPlaces && words[marker].begins(with: "attribute.")
      ? "attribute." + token(.segment, words[marker]) : String(words[marker])
    return "\(authority)/\(pool)/\(word)/" + (identity == "*" ? "*" : person(identity))
  }

  /// `iam.googleapis.com`, or a trust domain.
  private func authority(_ name: Substring) -> String {
    guard hidesPlaces, name != "iam.googleapis.com" else { return String(name) }
    guard let host = name.dropping(suffix: ".id.goog") else { return domain(String(name)) }
    let labels = host.parts(at: ".").map { label in
      ["agents", "global", "system", "workload", "svc"].contains(label)
        ? String(label)
        : label.begins(with: "org-") || label.consists(of: \.isDigit)
          ? replacingNumbers(in: label) : "pool-" + token(.segment, label)
    }
    return labels.joined(separator: ".") + ".id.goog"
  }

  /// What follows `system:`: a component of Kubernetes, or an account or a node of a cluster.
  private func clusterSubject(_ text: Substring) -> String {
    let parts = text.parts(at: ":")
    switch parts[0] {
    case "serviceaccount" where parts.count >= 3:
      return "serviceaccount:\(namespace(parts[1])):"
        + clusterAccount(parts[2...].joined(separator: ":"))
    case "serviceaccounts" where parts.count == 2:
      return "serviceaccounts:\(namespace(parts[1]))"
    case let component where parts.count == 1 && PathWords.components.contains(component):
      return String(component)
    case "node" where parts.count == 2: return "node:" + person(parts[1])
    default: return person(text)
    }
  }

  /// A namespace of a cluster.
  func namespace(_ name: some StringProtocol) -> String {
    let name = String(name)
    guard hidesPlaces, !PathWords.namespaces.contains(name[...]) else { return name }
    return "ns-" + token(.namespace, name)
  }

  private func clusterAccount(_ name: some StringProtocol) -> String {
    name == "default" ? "default" : person(name)
  }
}
