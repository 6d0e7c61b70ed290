extension PreferredRoles {
  /// Conversations and search: Dialogflow and Gemini Enterprise.
  static let conversationsServices: [Service] = [
    Service("dialogflow") { dialogflow },
    Service("discoveryengine") { discoveryengine },
  ]

  private static let dialogflow = PreferredRoleRules(
    of: "dialogflow",
    """
    roles/dialogflow.integrationManager | Dialogflow Integration Manager | 5
      integrations.{create,delete,update}
    roles/dialogflow.intentAdmin | Dialogflow Intent Admin | 5
      intents.{create,delete,update}
    roles/dialogflow.webhookAdmin | Dialogflow Webhook Admin | 5
      webhooks.{create,delete,update}
    roles/dialogflow.entityTypeAdmin | Dialogflow Entity Type Admin | 8
      entityTypes.{create,createEntity,delete,deleteEntity,update,updateEntity}
    roles/dialogflow.testCaseAdmin | Dialogflow Test Case Admin | 9
      testcases.{calculateCoverage,create,delete,export,import,run,update}
    roles/dialogflow.environmentEditor | Dialogflow Environment editor | 13
      environments.{runContinuousTest,update} experiments.{create,delete,update}
    roles/dialogflow.consoleSmartMessagingAllowlistEditor |
      Dialogflow Console Smart Messaging Allowlist Editor | 14
      smartMessagingEntries.{create,delete}
    roles/dialogflow.conversationManager | Dialogflow Conversation Manager | 17
      conversationProfiles.delete
      {conversationProfiles,conversations,participants}.{create,update}
      conversations.{addPhoneNumber,complete} participants.{analyzeContent,suggest}
    roles/dialogflow.flowEditor | Dialogflow Flow editor | 21
      flows.{train,update,validate}
      {pages,transitionRouteGroups,versions}.{create,delete,update} versions.load
    roles/dialogflow.client | Dialogflow API Client | 26
      {contexts,sessionEntityTypes}.{create,delete,update}
      sessions.{detectIntent,streamingDetectIntent}
    roles/dialogflow.agentAssistClient | Dialogflow Agent Assist Client | 34
      answerrecords.{delete,update}
    roles/dialogflow.reader | Dialogflow API Reader | 77
      agents.{export,search,searchResources}
      {agents,answerrecords,changelogs,companionAgents,contexts,conversationDatasets,
      conversationModels,conversationProfiles,conversations,deployments,documents,entityTypes,
      environments,examples,experiments,flows,generators,integrations,intents,knowledgeBases,
      modelEvaluations,pages,participants,phoneNumberOrders,playbooks,securitySettings,
      sessionEntityTypes,smartMessagingEntries,testcases,tools,transitionRouteGroups,versions,
      webhooks}.{get,list}
      {callMatchers,messages,phoneNumbers}.list
      {encryptionspec,fulfillments,interactionMonitoringAlerts,operations}.get
    roles/dialogflow.viewer | Dialogflow Viewer | 83
      > dialogflow.reader
      environments.{getHistory,lookupHistory}
    roles/dialogflow.consoleAgentEditor | Dialogflow Console Agent Editor | 195
      > dialogflow.agentAssistClient dialogflow.client dialogflow.conversationManager
      > dialogflow.entityTypeAdmin dialogflow.environmentEditor dialogflow.flowEditor
      > dialogflow.integrationManager dialogflow.intentAdmin dialogflow.reader
      > dialogflow.testCaseAdmin dialogflow.webhookAdmin
      agents.{import,restore,train,validate}
      {agents,companionAgents,environments,examples,flows,generators,knowledgeBases,playbooks,
      securitySettings,tools}.{create,delete,update}
      {callMatchers,conversationDatasets,conversationModels,documents}.{create,delete}
      conversationDatasets.import conversationModels.{deploy,undeploy}
      {encryptionspec,fulfillments}.update interactionMonitoringAlerts.ack
      phoneNumberOrders.{cancel,create,update} phoneNumbers.{delete,undelete,update}
    """)

  private static let discoveryengine = PreferredRoleRules(
    of: "discoveryengine",
    """
    roles/discoveryengine.notebookLmUser | Cloud NotebookLM User | 6
      {accounts,notebooks}.create
    roles/discoveryengine.notebookViewer | Cloud NotebookLM Notebook Viewer | 13
      audioOverviews.{getIceConfig,sendSdpOffer} {audioOverviews,notebooks,notes,sources}.get
      notebooks.{generateGuide,getIamPolicy,interactSources,list,removeSelf}
      sources.{checkFreshness,generateDocumentGuide}
    roles/discoveryengine.agentAdmin | Agent Admin | 15 BETA
      agents.setIamPolicy
    roles/discoveryengine.agentspaceRestrictedUser | Gemini Enterprise Restricted User | 17
      > discoveryengine.notebookLmUser
      authorizations.storeUserAuthorization
      dataConnectors.{acquireAccessToken,acquireAndStoreRefreshToken,buildActionInvocation,
      checkRefreshToken,executeAction,queryAvailableActions}
      locations.completeExternalIdentities users.{get,update}
    roles/discoveryengine.notebookEditor | Cloud NotebookLM Notebook Editor | 24
      > discoveryengine.notebookViewer
      audioOverviews.{create,delete} notebooks.{getAnalytics,update}
      {notes,sources}.{create,delete,update} sources.refresh
    roles/discoveryengine.notebookOwner | Cloud NotebookLM Notebook Owner | 25
      > discoveryengine.notebookEditor
      notebooks.setIamPolicy
    roles/discoveryengine.notebookLmOwner | Cloud NotebookLM Admin | 32
      > discoveryengine.notebookLmUser discoveryengine.notebookOwner
      aclConfigs.update
    roles/discoveryengine.viewer | Discovery Engine Viewer | 97
      {aclConfigs,alertPolicies,answers,assistAnswers,completionConfigs,dataConnectors,
      devToolsConfigs,documentProcessingConfigs,ideaForgeIdeas,ideaForgeInstances,
      projectOverageConfigs,projects,siteSearchEngines,userStores,widgetConfigs}.get
      {agentFiles,connectorRuns,notificationMessages}.list
      agents.{getAgentView,getIamPolicy,listAvailableAgentViews}
      {agents,assistants,branches,cannedQueries,cmekConfigs,collections,controls,conversations,
      dataStores,documents,engines,evaluations,identityMappingStores,models,operations,
      sampleQueries,sampleQuerySets,schemas,servingConfigs,sessions,sharedContents,
      targetSites}.{get,list}
      analytics.{acquireDashboardSession,refreshDashboardSessionTokens}
      cannedQueries.listActiveCannedQueryUserViews completionConfigs.completeQuery
      conversations.converse dataStores.{completeQuery,listCustomModels}
      documents.batchGetDocumentsMetadata engines.getPersonalContext groundingConfigs.check
      homepageDataConfigs.fetchDocuments identityMappingStores.listIdentityMappings
      locations.fetchAgentCards memories.{list,retrieve} rankingConfigs.rank
      schemas.{preview,validate} servingConfigs.{answer,recommend,search}
      sessions.{downloadFile,generateSummary,listSessionFileMetadata,recommendQuestions}
      userEvents.fetchStats
    roles/discoveryengine.user | Discovery Engine User | 104
      > cloudaicompanion.user discoveryengine.agentspaceRestrictedUser
      agentFiles.{delete,download,import,upload}
      {agentIamProposals,sharedContents}.{create,delete,get,list} agents.requestReview
      {agents,sessions}.{create,delete,update} assistants.assist
      completionConfigs.removeSuggestion
      engines.{createEngineUserData,generateMemories,generatePersonalContext,getEngineUserData,
      updateEngineUserData}
      {ideaForgeIdeas,userEvents}.create ideaForgeInstances.{start,stop}
      memories.{delete,update} notificationMessages.{ackAll,update}
      sessions.{addContextFile,removeContextFile,search,selectContextFiles,uploadFile}
    roles/discoveryengine.podcastApiUser | Podcast API User | 106 BETA
      > discoveryengine.user
      podcasts.create
    roles/discoveryengine.editor | Discovery Engine Editor | 166
      > discoveryengine.viewer
      agents.manage
      {conversations,documents,models,sampleQueries,sampleQuerySets}.{create,delete,update}
      dataStores.trainCustomModel {documents,sampleQueries,userEvents}.import
      {engines,models}.{pause,resume,tune}
      identityMappingStores.{create,delete,importIdentityMappings,purgeIdentityMappings}
      licenseConfigs.{get,list} widgetConfigs.update
    roles/discoveryengine.admin | Discovery Engine Admin | 418
      > discoveryengine.agentAdmin discoveryengine.editor logging.linkViewer logging.viewer
      > monitoring.alertPolicyViewer monitoring.alertViewer monitoring.dashboardViewer
      > monitoring.servicesViewer monitoring.snoozeViewer monitoring.viewer
      {alertPolicies,licenseConfigs}.{create,update}
      {assistants,authorizations,cannedQueries,controls,dataStores,engines,schemas,
      servingConfigs,targetSites}.{create,delete,update}
      billingAccountLicenseConfigs.{distribute,retract}
      {cmekConfigs,completionConfigs,dataConnectors,devToolsConfigs,documentProcessingConfigs,
      projects,userStores}.update
      {collections,dataStores,engines}.{delete,setIamPolicy}
      {completionSuggestions,documents,suggestionDenyListEntries,userEvents}.{import,purge}
      connectorRuns.cancel dataConnectors.startConnectorRun dataStores.enrollSolutions
      evaluations.create locations.{estimateDataSize,exchangeAuthCredentials,setUpDataConnector}
      projects.{provision,reportConsentChange}
      siteSearchEngines.{batchVerifyTargetSites,disableAdvancedSiteSearch,
      enableAdvancedSiteSearch,recrawlUris}
      sitemaps.{create,delete} targetSites.batchCreate userStores.batchUpdateUserLicenses
    no role
      {authorizations,billingAccountLicenseConfigs}.{get,list}
      {collections,dataStores,engines}.getIamPolicy
      locations.{getConnectorSource,listConnectorSources}
      siteSearchEngines.fetchDomainVerificationStatus sitemaps.fetch userStores.listUserLicenses
    """)
}
