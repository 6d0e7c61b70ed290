extension PreferredRoles {
  /// Generative AI: Vertex AI, which newer consoles call Agent Platform, and Gemini's other doors.
  static let generativeAI: [PreferredRole] = [
    PreferredRole(
      "roles/aiplatform.memoryEditor", "Agent Platform Memory Bank Editor Role", size: 5,
      for: "aiplatform.memories.create", "aiplatform.memories.delete",
      "aiplatform.memories.generate", "aiplatform.memories.update"),
    PreferredRole(
      "roles/aiplatform.memoryViewer", "Agent Platform Memory Bank Viewer Role", size: 5,
      for: "aiplatform.memories.get", "aiplatform.memories.list", "aiplatform.memories.retrieve"),
    PreferredRole(
      "roles/aiplatform.sessionEditor", "Agent Platform Sessions Editor Role", size: 4,
      for: "aiplatform.sessionEvents.append", "aiplatform.sessions.create",
      "aiplatform.sessions.delete", "aiplatform.sessions.update"),
    PreferredRole(
      "roles/aiplatform.sessionViewer", "Agent Platform Sessions Viewer Role", size: 3,
      for: "aiplatform.sessionEvents.list", "aiplatform.sessions.get",
      "aiplatform.sessions.list"),
    PreferredRole(
      "roles/aiplatform.user", "Vertex AI User", "Agent Platform User", size: 446,
      includes: "roles/aiplatform.memoryEditor", "roles/aiplatform.memoryViewer",
      "roles/aiplatform.sessionEditor", "roles/aiplatform.sessionViewer",
      "roles/aiplatform.viewer",
      for: "aiplatform.batchPredictionJobs.cancel", "aiplatform.batchPredictionJobs.create",
      "aiplatform.cachedContents.create", "aiplatform.cachedContents.delete",
      "aiplatform.cachedContents.update", "aiplatform.customJobs.create",
      "aiplatform.endpoints.create", "aiplatform.endpoints.deploy",
      "aiplatform.endpoints.explain", "aiplatform.endpoints.predict",
      "aiplatform.extensions.execute", "aiplatform.locations.evaluateInstances",
      "aiplatform.models.upload", "aiplatform.pipelineJobs.create",
      "aiplatform.ragCorpora.create", "aiplatform.ragCorpora.query", "aiplatform.ragFiles.import",
      "aiplatform.ragFiles.upload", "aiplatform.reasoningEngines.create",
      "aiplatform.reasoningEngines.delete", "aiplatform.reasoningEngines.update",
      "aiplatform.sandboxEnvironments.execute", "aiplatform.sessions.run",
      "aiplatform.tuningJobs.cancel", "aiplatform.tuningJobs.create"),
    PreferredRole(
      "roles/aiplatform.viewer", "Vertex AI Viewer", "Agent Platform Viewer", size: 189,
      includes: "roles/aiplatform.sessionViewer",
      for: "aiplatform.batchPredictionJobs.get", "aiplatform.batchPredictionJobs.list",
      "aiplatform.cachedContents.get", "aiplatform.cachedContents.list",
      "aiplatform.datasets.get", "aiplatform.datasets.list", "aiplatform.endpoints.get",
      "aiplatform.endpoints.list", "aiplatform.locations.list", "aiplatform.models.get",
      "aiplatform.models.list", "aiplatform.ragCorpora.get", "aiplatform.ragCorpora.list",
      "aiplatform.reasoningEngines.get", "aiplatform.reasoningEngines.list",
      "aiplatform.reasoningEngines.query", "aiplatform.tuningJobs.get",
      "aiplatform.tuningJobs.list"),

    PreferredRole(
      "roles/cloudaicompanion.repositoryGroupsUser", "Repository Groups User", size: 4,
      for: "cloudaicompanion.repositoryGroups.use"),
    PreferredRole(
      "roles/cloudaicompanion.user", "Gemini for Google Cloud User", size: 16,
      for: "cloudaicompanion.companions.generateChat", "cloudaicompanion.companions.generateCode",
      "cloudaicompanion.entitlements.get", "cloudaicompanion.instances.completeCode",
      "cloudaicompanion.instances.completeTask", "cloudaicompanion.instances.exportMetrics",
      "cloudaicompanion.instances.generateCode", "cloudaicompanion.instances.generateText",
      "cloudaicompanion.instances.queryEffectiveSetting",
      "cloudaicompanion.instances.queryEffectiveSettingBindings",
      "cloudaicompanion.licenses.selfAssign"),

    PreferredRole(
      "roles/dialogflow.client", "Dialogflow API Client", size: 26,
      for: "dialogflow.sessions.detectIntent", "dialogflow.sessions.streamingDetectIntent"),

    PreferredRole(
      "roles/discoveryengine.editor", "Discovery Engine Editor", size: 166,
      includes: "roles/discoveryengine.viewer",
      for: "discoveryengine.conversations.create", "discoveryengine.documents.create",
      "discoveryengine.documents.delete", "discoveryengine.documents.import",
      "discoveryengine.documents.update"),
    PreferredRole(
      "roles/discoveryengine.user", "Discovery Engine User", size: 104,
      for: "discoveryengine.assistants.assist", "discoveryengine.sessions.create",
      "discoveryengine.sessions.update", "discoveryengine.sessions.uploadFile",
      "discoveryengine.userEvents.create"),
    PreferredRole(
      "roles/discoveryengine.viewer", "Discovery Engine Viewer", size: 97,
      for: "discoveryengine.answers.get", "discoveryengine.completionConfigs.completeQuery",
      "discoveryengine.conversations.converse", "discoveryengine.conversations.get",
      "discoveryengine.conversations.list", "discoveryengine.dataStores.get",
      "discoveryengine.documents.get", "discoveryengine.documents.list",
      "discoveryengine.engines.get", "discoveryengine.groundingConfigs.check",
      "discoveryengine.rankingConfigs.rank", "discoveryengine.servingConfigs.answer",
      "discoveryengine.servingConfigs.recommend", "discoveryengine.servingConfigs.search",
      "discoveryengine.sessions.get", "discoveryengine.sessions.list"),

    PreferredRole(
      "roles/geminidataanalytics.dataAgentStatelessUser",
      "Gemini Data Analytics Stateless Chat User", size: 2,
      for: "geminidataanalytics.locations.chat"),
    PreferredRole(
      "roles/geminidataanalytics.dataAgentUser", "Gemini Data Analytics Data Agent User", size: 3,
      for: "geminidataanalytics.dataAgents.chat"),

    PreferredRole(
      "roles/modelarmor.user", "Model Armor User", size: 11,
      for: "modelarmor.templates.useToSanitizeModelResponse",
      "modelarmor.templates.useToSanitizeUserPrompt",
      "modelarmor.templates.useToStreamSanitizeModelResponse",
      "modelarmor.templates.useToStreamSanitizeUserPrompt"),
    PreferredRole(
      "roles/modelarmor.viewer", "Model Armor Viewer", size: 8,
      for: "modelarmor.templates.get", "modelarmor.templates.list"),
  ]
}
