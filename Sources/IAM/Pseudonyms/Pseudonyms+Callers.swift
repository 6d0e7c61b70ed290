extension Pseudonyms {
  /// The address that a call came from.
  ///
  /// The partial level keeps the network that it is in, /24 or /48; the full level makes an address of
  /// it that is for documentation. Words such as `private` stay.
  ///
  /// - Source: RFC 3849 (2001:db8::/32)
  package func address(ofCaller text: String) -> String {
    if ["", "private", "gce-internal-ip"].contains(text) { return text }
    if hidesPlaces { return documentationAddress(for: text) }
    let parts = text.parts(at: ".")
    if parts.count == 4, parts.allSatisfy({ Self.isByte($0) }) {
      return parts[..<3].joined(separator: ".") + ".0"
    }
    return network(ofVersion6: text) ?? documentationAddress(for: text)
  }

  private static func isByte(_ text: Substring) -> Bool {
    text.consists(of: \.isDigit) && text.utf8.count <= 3 && UInt8(text) != nil
  }

  private func documentationAddress(for text: String) -> String {
    let digits = number(text).dropFirst(2)
    // Sixteen decimal digits as four groups; the first digit of a group is not shown if it is 0.
    let groups = [0, 4, 8, 12].map { start in
      String(UInt16(digits.dropFirst(start).prefix(4), radix: 16) ?? 0, radix: 16)
    }
    return "2001:db8:" + groups.joined(separator: ":") + "::"
  }

  /// The first 48 bits of an address of version 6; `nil` for other text.
  private func network(ofVersion6 text: String) -> String? {
    let parts = text.asciiLowercased.parts(at: ":")
    guard (3...8).contains(parts.count), text.utf8.count <= 39,
      parts.allSatisfy({
        $0.isEmpty || $0.consists(of: \.isLowercaseHexDigit) && $0.utf8.count <= 4
      })
    else { return nil }
    let groups = parts.prefix { !$0.isEmpty }
    // Behind a `::` that comes early, what is left of the network are zeros.
    let network = groups.prefix(3).joined(separator: ":")
    return network.isEmpty ? "::" : network + "::"
  }

  /// What a caller's program says it is: programs that many have, with their versions.
  ///
  /// The partial level keeps other programs too, if they stand there as `NAME/VERSION`. All else, such
  /// as comments and numbers of runs, is left out.
  package func userAgent(_ text: String) -> String {
    if text.isEmpty || text == "(none supplied)" { return text }
    let words = text.parts(at: " ").map { $0.dropping(suffix: ",gzip(gfe)") ?? $0 }
      .filter { isKept(agentWord: $0) }
    return words.isEmpty ? "agent-" + token(.agent, text) : words.joined(separator: " ")
  }

  private func isKept(agentWord word: Substring) -> Bool {
    let parts = word.parts(at: "/", maxSplits: 1)
    let isVersion =
      parts.count == 1
      || parts[1].utf8.count <= 32 && parts[1].utf8.contains { $0.isDigit }
        && parts[1].consists { $0.isAlphanumeric || $0.isASCII(".") || $0.isASCII("-") }
    if Self.programs.contains(parts[0].asciiLowercased[...]) { return isVersion }
    if parts[0] == "command", parts.count == 2, parts[1].begins(with: "gcloud.") {
      return parts[1].consists { $0.isLowercaseLetter || $0.isASCII(".") || $0.isASCII("-") }
    }
    return !hidesPlaces && parts.count == 2 && parts[0] != "invocation-id" && isVersion
      && parts[0].utf8.count <= 40
      && parts[0].consists { $0.isAlphanumeric || $0.isASCII("-") || $0.isASCII("_") }
      && parts[0].utf8.allSatisfy { !$0.isDigit }
  }

  private static let programs = Set<Substring>(
    """
    apitools applewebkit axios boto chrome cloud-sdk cluster-autoscaler curl dataflow edg firefox \
    gapic gax gcloud gcloud-golang gcloud-java gcloud-node gcloud-python gccl gcs-connector \
    gcsfuse gke-metadata-server gl-cpp gl-dotnet gl-go gl-java gl-node gl-php gl-python gl-ruby \
    go-http-client google-api-go-client google-api-java-client google-api-nodejs-client \
    google-api-python-client google-auth-library-java google-cloud-sdk google-genai-sdk \
    google-http-java-client googlecontainerengine googlehc googlekubernetesenginefrontend grpc \
    grpc-c++ grpc-dotnet grpc-go grpc-java grpc-java-netty grpc-node grpc-node-js grpc-python \
    grpc-python-asyncio gsutil helm java kubectl kubelet kubernetes mozilla node okhttp opera \
    postman postmanruntime pulumi python python-httplib2 python-requests python-urllib rest safari \
    swagger-codegen terraform terraform-plugin-sdk terraform-provider-google \
    terraform-provider-google-beta version vertex-genai-sdk wget
    """.parts(at: " "))

  /// The client that an access token was made for; that of gcloud is everybody's.
  ///
  /// - Source: https://github.com/google-cloud-sdk-unofficial/google-cloud-sdk (lib/googlecloudsdk/core/config.py)
  package func oauthClient(_ id: String) -> String {
    if id.isEmpty || id.begins(with: "32555940559.apps.googleusercontent.com") { return id }
    let name = "client-" + token(.client, id)
    return id.dropping(suffix: ".apps.googleusercontent.com") == nil
      ? name : name + ".apps.googleusercontent.com"
  }

  /// A text of another kind, such as an id of a refusal, by itself.
  package func opaque(_ text: String) -> String {
    text.isEmpty ? text : "id-" + token(.text, text)
  }
}
