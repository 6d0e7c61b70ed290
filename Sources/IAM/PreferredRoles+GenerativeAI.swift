extension PreferredRoles {
  /// Generative AI: Vertex AI, which newer consoles call Agent Platform, and Gemini.
  static let generativeAIServices: [Service] = [
    Service("aiplatform") { aiplatform },
    Service("cloudaicompanion") { cloudaicompanion },
    Service("geminidataanalytics") { geminidataanalytics },
    Service("generativelanguage") { generativelanguage },
    Service("modelarmor") { modelarmor },
  ]

  private static let aiplatform = PreferredRoleRules(
    of: "aiplatform",
    """
    roles/aiplatform.tensorboardWebAppUser | Agent Platform Tensorboard Web App User | 1 BETA
      tensorboards.recordAccess
    roles/aiplatform.migrator | Agent Platform Migration Service User | 2
      migratableResources.{migrate,search}
    roles/aiplatform.sessionViewer | Agent Platform Sessions Viewer Role | 3
      sessionEvents.list sessions.{get,list}
    roles/aiplatform.sessionEditor | Agent Platform Sessions Editor Role | 4
      sessionEvents.append sessions.{create,delete,update}
    roles/aiplatform.featurestoreInstanceCreator |
      Agent Platform Feature Store Instance Creator | 5
      featurestores.{create,delete,update}
    roles/aiplatform.memoryEditor | Agent Platform Memory Bank Editor Role | 5
      memories.{create,delete,generate,update} memoryRevisions.rollback
    roles/aiplatform.memoryViewer | Agent Platform Memory Bank Viewer Role | 5
      memories.retrieve {memories,memoryRevisions}.{get,list}
    roles/aiplatform.provisionedThroughputAdmin |
      Vertex AI Platform Provisioned Throughput Admin | 8 BETA
      provisionedThroughputs.{cancel,create,split,update}
    roles/aiplatform.notebookRuntimeUser | Notebook Runtime User | 9
      notebookRuntimeTemplates.{apply,getIamPolicy} notebookRuntimes.assign
    roles/aiplatform.notebookRuntimeAdmin | Notebook Runtime Admin | 19
      > aiplatform.notebookRuntimeUser
      notebookRuntimeTemplates.{create,delete,setIamPolicy,update}
      notebookRuntimes.{delete,start,update,upgrade}
    roles/aiplatform.featurestoreResourceViewer |
      Agent Platform Feature Store Resource Viewer | 21
      {entityTypes,featureGroups,featureMonitorJobs,featureMonitors,featureOnlineStores,
      featureViewSyncs,featureViews,features,featurestores}.{get,list}
    roles/aiplatform.featurestoreDataViewer | Agent Platform Feature Store Data Viewer | 23
      entityTypes.{exportFeatureValues,readFeatureValues,streamingReadFeatureValues}
      featureViews.{fetchFeatureValues,searchNearestEntities}
      featurestores.batchReadFeatureValues
    roles/aiplatform.featurestoreDataWriter | Agent Platform Feature Store Data Writer | 26
      > aiplatform.featurestoreDataViewer
      entityTypes.{deleteFeatureValues,importFeatureValues,writeFeatureValues}
    roles/aiplatform.colabEnterpriseUser | Colab Enterprise User | 30
      > aiplatform.notebookRuntimeUser
      notebookExecutionJobs.{create,delete}
    roles/aiplatform.entityTypeOwner | Agent Platform Feature Store EntityType owner | 33
      > aiplatform.featurestoreDataWriter
      entityTypes.setIamPolicy {entityTypes,features}.{delete,update} features.create
    roles/aiplatform.featurestoreAdmin | Agent Platform Feature Store Admin | 68
      > aiplatform.entityTypeOwner aiplatform.featurestoreInstanceCreator
      > aiplatform.featurestoreResourceViewer
      {entityTypes,featureGroups,featureMonitors,featureOnlineStores,featureViews}.{create,
      delete,update}
      {featureGroups,featureOnlineStores}.setIamPolicy featureMonitorJobs.create
      featureViews.{directWrite,setIamPolicy,sync}
      featurestores.{exportFeatures,importFeatures,readFeatures,setIamPolicy,writeFeatures}
    roles/aiplatform.viewer | Vertex AI Viewer | Agent Platform Viewer | 189
      > aiplatform.featurestoreResourceViewer aiplatform.sessionViewer
      {agentAnomalyDetectionScopes,agentExamples,agents,analyzedInvocations,analyzedSessions,
      annotationSpecs,annotations,apps,artifacts,batchPredictionJobs,cachedContents,contexts,
      customJobs,dataItems,dataLabelingJobs,datasetVersions,datasets,deploymentResourcePools,
      edgeDeploymentJobs,edgeDevices,endpoints,evaluationExperiments,evaluationItems,
      evaluationMetrics,evaluationRuns,evaluationSets,exampleStores,executions,extensions,
      humanInTheLoops,hyperparameterTuningJobs,indexEndpoints,indexes,locations,metadataSchemas,
      metadataStores,modelDeploymentMonitoringJobs,modelEvaluationSlices,modelEvaluations,
      modelMonitoringJobs,modelMonitors,models,monitoredAgents,nasJobs,nasTrialDetails,
      notebookExecutionJobs,notebookRuntimeTemplates,notebookRuntimes,onlineEvaluators,
      persistentResources,pipelineJobs,provisionedThroughputRevisions,provisionedThroughputs,
      ragCorpora,ragFiles,reasoningEngineRuntimeRevisions,reasoningEngines,sandboxEnvironments,
      schedules,semanticGovernancePolicies,specialistPools,studies,tasks,tensorboardExperiments,
      tensorboardRuns,tensorboardTimeSeries,tensorboards,trainingPipelines,trials,
      tuningJobs}.{get,list}
      analyzedSessions.aggregate
      {cacheConfigs,consents,edgeDeviceDebugInfo,ragEngineConfigs,
      semanticGovernancePolicyEngine}.get
      contexts.queryContextLineageSubgraph deploymentResourcePools.queryDeployedModels
      exampleStores.readExample executions.queryExecutionInputsAndOutputs
      indexEndpoints.queryVectors modelDeploymentMonitoringJobs.searchStatsAnomalies
      modelMonitors.{searchModelMonitoringAlerts,searchModelMonitoringStats} operations.list
      reasoningEngines.query tensorboardTimeSeries.{batchRead,read}
    roles/aiplatform.user | Vertex AI User | Agent Platform User | 446
      > aiplatform.featurestoreDataWriter aiplatform.featurestoreInstanceCreator
      > aiplatform.memoryEditor aiplatform.memoryViewer aiplatform.sessionEditor
      > aiplatform.viewer
      {agentAnomalyDetectionScopes,datasetVersions,edgeDeploymentJobs,evaluationMetrics,
      metadataSchemas,metadataStores,modelMonitoringJobs,sandboxEnvironments}.{create,delete}
      {agentExamples,agents,annotationSpecs,annotations,apps,artifacts,cachedContents,contexts,
      dataItems,datasets,deploymentResourcePools,edgeDevices,endpoints,evaluationExperiments,
      evaluationItems,evaluationRuns,evaluationSets,exampleStores,executions,humanInTheLoops,
      indexEndpoints,indexes,modelDeploymentMonitoringJobs,modelMonitors,onlineEvaluators,
      ragCorpora,reasoningEngines,schedules,semanticGovernancePolicies,specialistPools,studies,
      tasks,tensorboardExperiments,tensorboardRuns,tensorboardTimeSeries,tensorboards,
      trials}.{create,delete,update}
      {batchPredictionJobs,customJobs,dataLabelingJobs,evaluationRuns,humanInTheLoops,
      hyperparameterTuningJobs,nasJobs,pipelineJobs,tasks,trainingPipelines,tuningJobs}.{cancel,
      create,delete}
      contexts.{addContextArtifactsAndExecutions,addContextChildren} datasetVersions.restore
      {datasets,evaluationSets,modelEvaluationSlices,modelEvaluations,ragFiles}.import
      {datasets,models}.{export,update} endpoints.{explain,predict}
      {endpoints,indexEndpoints}.{deploy,undeploy} {evaluationRuns,sandboxEnvironments}.execute
      exampleStores.writeExample executions.addExecutionEvents
      extensions.{delete,execute,import,update} humanInTheLoops.{queryAnnotationStats,send}
      locations.evaluateInstances modelDeploymentMonitoringJobs.{pause,resume}
      modelEvaluations.exportEvaluatedDataItems {models,ragFiles}.{delete,upload}
      monitoredAgents.{disable,enable}
      {ragCorpora,reasoningEngineRuntimeRevisions}.{delete,query}
      semanticGovernancePolicyEngine.update sessions.run tensorboardExperiments.write
      tensorboardRuns.{batchCreate,write} tensorboardTimeSeries.batchCreate
      tuningJobs.{optimizePrompt,validateReinforcementTuningReward,vertexTune}
    roles/aiplatform.admin | Vertex AI Administrator | Agent Platform Administrator | 474
      > aiplatform.featurestoreAdmin aiplatform.migrator aiplatform.notebookRuntimeUser
      > aiplatform.provisionedThroughputAdmin aiplatform.tensorboardWebAppUser aiplatform.user
      {cacheConfigs,consents,ragEngineConfigs}.update {endpoints,reasoningEngines}.setIamPolicy
      persistentResources.{create,delete}
    no role
      {endpoints,entityTypes,featureGroups,featureOnlineStores,featureViews,featurestores,
      reasoningEngines}.getIamPolicy
    """)

  private static let cloudaicompanion = PreferredRoleRules(
    of: "cloudaicompanion",
    """
    roles/cloudaicompanion.repositoryGroupsUser | Repository Groups User | 4
      repositoryGroups.use
    roles/cloudaicompanion.user | Gemini for Google Cloud User | 16
      companions.{generateChat,generateCode} entitlements.get
      instances.{completeCode,completeTask,exportMetrics,generateCode,generateText,
      queryEffectiveSetting,queryEffectiveSettingBindings}
      licenses.selfAssign
    """)

  private static let geminidataanalytics = PreferredRoleRules(
    of: "geminidataanalytics",
    """
    roles/geminidataanalytics.dataAgentStatelessUser |
      Gemini Data Analytics Stateless Chat User | 2
      locations.chat
    roles/geminidataanalytics.dataAgentUser | Gemini Data Analytics Data Agent User | 3
      dataAgents.chat
    """)

  private static let generativelanguage = PreferredRoleRules(
    of: "generativelanguage",
    """
    no role
      models.list
    """)

  private static let modelarmor = PreferredRoleRules(
    of: "modelarmor",
    """
    roles/modelarmor.viewer | Model Armor Viewer | 8
      templates.{get,list}
    roles/modelarmor.user | Model Armor User | 11
      templates.{useToSanitizeModelResponse,useToSanitizeUserPrompt,
      useToStreamSanitizeModelResponse,useToStreamSanitizeUserPrompt}
    """)
}
