/// Words of names that everybody knows, so that they give nothing away.
enum PathWords {
  /// Whether a segment of a resource's name is one of these, a location, or stands for any.
  static func isKept(_ segment: Substring) -> Bool {
    collections.contains(segment) || isLocation(segment)
  }

  /// `us-central1`, `europe-west4-b`, `global`, `us`, `nam4`, `-`, `_`.
  static func isLocation(_ text: Substring) -> Bool {
    if locations.contains(text) { return true }
    let parts = text.parts(at: "-")
    guard (2...3).contains(parts.count), continents.contains(parts[0]) else { return false }
    let direction = parts[1].utf8.drop { $0.isLowercaseLetter }
    let compass = parts[1].utf8.count - direction.count
    guard (4...9).contains(compass), (1...2).contains(direction.count),
      direction.allSatisfy(\.isDigit)
    else { return false }
    return parts.count == 2
      || parts[2].utf8.count == 1 && parts[2].consists(of: \.isLowercaseLetter)
  }

  private static let continents: Set<Substring> = [
    "africa", "asia", "australia", "europe", "me", "northamerica", "southamerica", "us",
  ]

  private static let locations: Set<Substring> = [
    "-", "_", "global", "us", "eu", "asia", "europe", "nam3", "nam4", "nam5", "nam6", "nam7",
    "nam8", "nam9", "nam10", "nam11", "nam12", "nam13", "nam14", "nam15", "nam16", "nam-eur-asia1",
    "nam-eur-asia3", "eur3", "eur4", "eur5", "eur6", "eur7", "eur8", "asia1", "asia2", "asia3",
    "default", "(default)",
  ]

  /// Collections and fixed parts, those of every target that can be granted on among them.
  ///
  /// - Source: https://cloud.google.com/iam/docs/full-resource-names,
  ///   https://cloud.google.com/asset-inventory/docs/asset-names, read in November 2026
  private static let collections = Set<Substring>(
    """
    accessLevels accessPolicies accounts addresses agentRegistry agents aliases analyses apis apps \
    appProfiles artifacts attestors autoscalers backendBuckets backendServices backups batch \
    batchPredictionJobs billingAccounts brands buckets builds cachedContents caPools catalogs \
    certificates checks clusters commitments compute configs connections connectors consumers core \
    corpora credentials crypto cryptoKeyVersions cryptoKeys customJobs customConstraints \
    customerEncryptionKeys dataStores dataItems databases datasets deployments devices disks \
    dockerImages documents domains endpoints engines entries entryGroups environments \
    evaluations events executions exclusions features featurestores files firewall firewallPolicies \
    firewalls folders forwardingRules functions gateways global groupSettings groups healthChecks \
    iap_tunnel iap_web images importJobs inboundSsoSettings indexEndpoints indexes ingressRules \
    inspectTemplates instanceConfigs instanceGroupManagers instanceGroups instanceTemplates \
    instances interconnects inventories jobs keyRings keys keyHandles lakes licenses liens links \
    listeners locations logs machineTypes machineImages managedFolders managedZones members \
    membershipBindings memberships messages metadataStores metrics models modelMonitors namespaces \
    networks nodeGroups nodePools notebookRuntimes notificationChannels objects operations \
    organizations packages pipelineJobs pipelines places policies policyTags pods pools \
    predictions principals projects projectnumbers providers psc publishers queues reasoningEngines \
    records recommenders regions releases replicas repositories reservations resources roles \
    resourceRecordSets rollouts routers routes routines rows rrsets rules runs sbomReferences \
    scanConfigs schedules schemas secrets securityPolicies selfLinks servers serviceAccounts \
    serviceAttachments serviceConfigs servicePerimeters services sessions shares sinks sites \
    snapshots snapshotSchedules sources specialistPools sslCertificates sslPolicies stacks states \
    stores studies subject subjects subnetworks subscriptions tables tagBindings tagHolds tagKeys \
    tagTemplates tagValues tags targetHttpProxies targetHttpsProxies targetInstances targetPools \
    targets tasks taxonomies templates tensorboards topics trainingPipelines transferConfigs \
    triggers tunedModels tuningJobs uptimeCheckConfigs urlMaps users validators values variables \
    versions views volumes vpnGateways vpnTunnels vulnerabilities web workerPools workflows \
    workforcePools workloadIdentityPools zones SerialPort \
    v1 v1beta1 v1beta2 v2 v2beta1 v3 v1alpha1 v1alpha core extensions rbac.authorization.k8s.io \
    authorization.k8s.io authentication.k8s.io networking.k8s.io certificates.k8s.io policy \
    admissionregistration.k8s.io apiextensions.k8s.io apiregistration.k8s.io storage.k8s.io \
    coordination.k8s.io autoscaling events.k8s.io node.k8s.io scheduling.k8s.io \
    certificatesigningrequests clusterrolebindings clusterroles configmaps controllerrevisions \
    cronjobs csidrivers csinodes customresourcedefinitions daemonsets endpointslices eviction exec \
    attach portforward proxy log healthz readyz livez status scale approval token binding \
    horizontalpodautoscalers ingressclasses ingresses leases limitranges localsubjectaccessreviews \
    mutatingwebhookconfigurations networkpolicies nodes persistentvolumeclaims persistentvolumes \
    poddisruptionbudgets podsecuritypolicies podtemplates priorityclasses replicasets \
    replicationcontrollers resourcequotas rolebindings selfsubjectaccessreviews \
    selfsubjectrulesreviews serviceaccounts statefulsets storageclasses subjectaccessreviews \
    tokenreviews validatingwebhookconfigurations volumeattachments
    """.parts(at: " "))

  /// Who publishes models that everybody may call.
  static let publishers: Set<Substring> = [
    "ai21", "anthropic", "cohere", "deepseek-ai", "google", "meta", "mistralai", "openai", "qwen",
  ]

  /// How the names of these models begin.
  static let modelFamilies = [
    "chat-bison", "claude-", "code-bison", "code-gecko", "codechat-bison", "codestral", "deepseek-",
    "gecko", "gemini-", "gemma", "gpt-oss-", "imagegeneration", "imagen-", "imagetext", "jamba-",
    "llama", "lyria-", "medlm", "mistral-", "multimodalembedding", "qwen", "text-bison",
    "text-embedding-", "text-multilingual-embedding-", "text-unicorn", "textembedding-gecko",
    "veo-",
  ]

  /// Subjects and groups that Kubernetes itself has, behind `system:`.
  ///
  /// - Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
  static let components: Set<Substring> = [
    "addon-manager", "anonymous", "apiserver", "authenticated", "bootstrappers",
    "cloud-controller-manager", "cluster-autoscaler", "gcp-controller-manager",
    "konnectivity-server", "kube-controller-manager", "kube-proxy", "kube-scheduler",
    "kubestore-collector", "l7-lb-controller", "managed-certificate-controller", "masters",
    "monitoring", "nodes", "node-problem-detector", "resource-tracker", "serviceaccounts",
    "snapshot-controller", "storageversionmigrator", "unauthenticated",
    "vpa-recommender", "vpa-updater",
  ]

  /// Namespaces that every cluster has, or that Google makes.
  static let namespaces: Set<Substring> = [
    "default", "gke-gmp-system", "gke-managed-system", "gke-system", "gmp-public", "gmp-system",
    "istio-system", "kube-node-lease", "kube-public", "kube-system",
  ]
}
