/// Text that an attacker might put into a log entry, hoping that somebody pastes it.
enum HostileText {
  /// None of these may become a part of a command, whatever stands before or behind it.
  static let fragments = [
    "'", "\"", "`id`", "$(id)", "${IFS}", "$HOME", ";id", "|id", "&id", "<x", ">x", "\\", "\n",
    "\r",
    "\r\n", "\t", "\0", "\u{7F}", "\u{1B}[31m", " ", "\u{A0}", "#", "!", "(", ")", "{", "}",
    "%{if true}", "\u{202E}", "\u{200B}", "\u{2066}", "\u{FEFF}", "\u{212A}", "\u{37E}", "\u{1FEF}",
    "é", "е", "ａ", "🙂",
  ]

  /// Whole values; some are fine words in the wrong place.
  static let values =
    fragments + [
      "", "-", "--", "-x", "--project=evil", "--help", "_", "*", ".", "..", "/", "//", "allUsers",
      "allAuthenticatedUsers", "domain:example.com", "projectOwner:acme", "projectEditor:acme",
      "projectViewer:acme", "user:", "serviceAccount:", "group:", "principal://", "principalSet://",
      "user:-x@example.com", "user:@example.com", "user:a@", "user:a@b", "user:a@@example.com",
      "user:a b@example.com", "user:a@example.com,user:b@example.com", "user:a@example.com\n",
      "user:a...@example.com", "user:app@p.iam.gserviceaccount.com",
      "serviceAccount:alice@example.com", "serviceAccount:a@evilgserviceaccount.com",
      "serviceAccount:p.svc.id.goog[ns]", "serviceAccount:p.svc.id.goog[ns/ksa]x",
      "serviceAccount:p.svc.id.goog[$(id)/ksa]", "serviceAccount:evil.example.com[ns/ksa]",
      "principal://goog/subject/alice@example.com", "principalSet://goog/public:all",
      "principalSet://goog/group/admins@example.com",
      "principalSet://cloudresourcemanager.googleapis.com/projects/1/type/ServiceAccount",
      "principal://evil.example.com/subject/x",
      "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p",
      "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/",
      "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/*",
      "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/*",
      "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/a b",
      "principal://iam.googleapis.com/locations/global/workforcePools/p/subject/$(id)",
      "principal://iam.googleapis.com/anything/else",
      "principalSet://iam.googleapis.com/locations/global/workforcePools/p/group/*",
      "deleted:allUsers", "deleted:user:a@example.com", "deleted:user:a@example.com?uid=x",
      "deleted:deleted:user:a@example.com?uid=1?uid=2",
    ]
}
