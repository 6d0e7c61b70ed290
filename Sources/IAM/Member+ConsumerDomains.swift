extension Member {
  /// The domain of the address, if anyone can open an account there.
  ///
  /// Whether an address at another domain is from outside nothing in a log tells.
  package var consumerDomain: String? {
    switch form {
    case .user, .group:
      guard let domain = email?.parts(at: "@").last else { return nil }
      return Self.consumerDomains.contains(domain) ? String(domain) : nil
    case .serviceAccount, .gkeWorkload, .principal, .principalSet, .deleted: return nil
    }
  }

  /// Large providers that give addresses to the public. Short on purpose: each is one on its own
  /// sign-up page, read in August 2026.
  ///
  /// - Source: https://support.google.com/mail/answer/10313 (gmail.com and googlemail.com are one),
  ///   https://support.microsoft.com/office (outlook.com and its elder names), and the like
  static let consumerDomains: Set<Substring> = [
    "aol.com", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com",
    "live.com", "mail.ru", "me.com", "msn.com", "outlook.com", "proton.me", "protonmail.com",
    "qq.com", "web.de", "yahoo.com", "yandex.ru",
  ]
}
