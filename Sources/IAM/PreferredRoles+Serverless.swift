extension PreferredRoles {
  /// Functions, builds and what starts them.
  static let serverlessServices: [Service] = [
    Service("cloudbuild") { cloudbuild },
    Service("cloudfunctions") { cloudfunctions },
    Service("cloudscheduler") { cloudscheduler },
    Service("cloudtasks") { cloudtasks },
    Service("eventarc") { eventarc },
    Service("workflows") { workflows },
  ]

  private static let cloudbuild = PreferredRoleRules(
    of: "cloudbuild",
    """
    roles/cloudbuild.workerPoolUser | Cloud Build WorkerPool User | 1
      workerpools.use
    roles/cloudbuild.readTokenAccessor | Cloud Build Read Only Token Accessor | 3
      repositories.accessReadToken
    roles/cloudbuild.integrationsViewer | Cloud Build Integrations Viewer | 4
      integrations.{get,list}
    roles/cloudbuild.workerPoolViewer | Cloud Build WorkerPool Viewer | 4
      workerpools.{get,list}
    roles/cloudbuild.integrationsEditor | Cloud Build Integrations Editor | 5
      > cloudbuild.integrationsViewer
      integrations.update
    roles/cloudbuild.tokenAccessor | Cloud Build Token Accessor | 5
      > cloudbuild.readTokenAccessor
      repositories.accessReadWriteToken
    roles/cloudbuild.workerPoolEditor | Cloud Build WorkerPool Editor | 5
      > cloudbuild.workerPoolViewer
      workerpools.update
    roles/cloudbuild.workerPoolOwner | Cloud Build WorkerPool Owner | 7
      > cloudbuild.workerPoolEditor
      workerpools.{create,delete}
    roles/cloudbuild.builds.viewer | Cloud Build Viewer | 9
      {builds,locations,operations}.{get,list}
    roles/cloudbuild.connectionViewer | Cloud Build Connection Viewer | 9
      connections.{fetchLinkableRepositories,getIamPolicy} {connections,repositories}.{get,list}
      repositories.fetchGitRefs
    roles/cloudbuild.builds.approver | Cloud Build Approver | 10
      > cloudbuild.builds.viewer
      builds.approve
    roles/cloudbuild.builds.editor | Cloud Build Editor | 11
      > cloudbuild.builds.viewer
      builds.{create,update}
    roles/cloudbuild.integrationsOwner | Cloud Build Integrations Owner | 15
      > cloudbuild.integrationsEditor
      integrations.{create,delete}
    roles/cloudbuild.connectionAdmin | Cloud Build Connection Admin | 17
      > cloudbuild.connectionViewer
      connections.{setIamPolicy,update} {connections,repositories}.{create,delete}
    """)

  private static let cloudfunctions = PreferredRoleRules(
    of: "cloudfunctions",
    """
    roles/cloudfunctions.invoker | Cloud Functions Invoker | 1
      functions.invoke
    roles/cloudfunctions.viewer | Cloud Functions Viewer | 117
      > cloudbuild.builds.viewer eventarc.multiProjectEventCollector eventarc.viewer run.viewer
      functions.getIamPolicy {functions,operations}.{get,list} locations.list
    roles/cloudfunctions.developer | Cloud Functions Developer | 225
      > artifactregistry.attachmentReader artifactregistry.reader cloudbuild.builds.viewer
      > cloudfunctions.invoker eventarc.connectionPublisher eventarc.developer
      > eventarc.publisher run.developer run.invoker run.jobsExecutor
      > run.jobsExecutorWithOverrides run.servicesInvoker run.sshReader run.sshRoot run.viewer
      functions.{call,create,delete,generationUpgrade,sourceCodeGet,sourceCodeSet,update}
    roles/cloudfunctions.admin | Cloud Functions Admin | 255
      > cloudfunctions.developer cloudfunctions.viewer eventarc.admin eventarc.eventReceiver
      > eventarc.messageBusAdmin eventarc.messageBusUser run.admin
      functions.setIamPolicy
    """)

  private static let cloudscheduler = PreferredRoleRules(
    of: "cloudscheduler",
    """
    roles/cloudscheduler.jobRunner | Cloud Scheduler Job Runner | 14
      jobs.{fullView,run}
    roles/cloudscheduler.viewer | Cloud Scheduler Viewer | 17
      {jobs,locations}.{get,list}
    roles/cloudscheduler.admin | Cloud Scheduler Admin | 23
      > cloudscheduler.jobRunner cloudscheduler.viewer
      jobs.{create,delete,enable,pause,update}
    """)

  private static let cloudtasks = PreferredRoleRules(
    of: "cloudtasks",
    """
    roles/cloudtasks.taskDeleter | Cloud Tasks Task Deleter | 3 BETA
      tasks.delete
    roles/cloudtasks.taskRunner | Cloud Tasks Task Runner | 4 BETA
      tasks.{fullView,run}
    roles/cloudtasks.enqueuer | Cloud Tasks Enqueuer | 5 BETA
      tasks.create
    roles/cloudtasks.viewer | Cloud Tasks Viewer | 12 BETA
      {cmekConfig,operations}.get {locations,queues,tasks}.{get,list}
    roles/cloudtasks.queueAdmin | Cloud Tasks Queue Admin | 14 BETA
      queues.{create,delete,pause,purge,resume,setIamPolicy,update}
    roles/cloudtasks.admin | Cloud Tasks Admin | 24 BETA
      > cloudtasks.enqueuer cloudtasks.queueAdmin cloudtasks.taskDeleter cloudtasks.taskRunner
      > cloudtasks.viewer
      cmekConfig.update
    no role
      queues.getIamPolicy
    """)

  private static let eventarc = PreferredRoleRules(
    of: "eventarc",
    """
    roles/eventarc.multiProjectEventCollector | Eventarc Event Collector | 1 BETA
      multiProjectSources.collectGoogleApiEvents
    roles/eventarc.eventReceiver | Eventarc Event Receiver | 2
      events.{receiveAuditLogWritten,receiveEvent}
    roles/eventarc.messageBusUser | Eventarc Message Bus User | 4
      messageBuses.{publish,use}
    roles/eventarc.connectionPublisher | Eventarc Connection Publisher | 5 BETA
      channelConnections.publish
    roles/eventarc.publisher | Eventarc Publisher | 5 BETA
      channels.publish
    roles/eventarc.messageBusAdmin | Eventarc Message Bus Admin | 8
      > eventarc.messageBusUser
      messageBuses.{create,delete,update}
    roles/eventarc.viewer | Eventarc Viewer | 41
      > eventarc.multiProjectEventCollector
      {channelConnections,channels,enrollments,googleApiSources,kafkaSources,messageBuses,
      pipelines,triggers}.{get,getIamPolicy,list}
      {channelConnections,channels,triggers}.{listEffectiveTags,listTagBindings}
      googleChannelConfigs.get {locations,operations,providers}.{get,list}
    roles/eventarc.developer | Eventarc Developer | 69
      > eventarc.connectionPublisher eventarc.publisher
      channelConnections.{createTagBinding,deleteTagBinding}
      {channelConnections,kafkaSources}.{create,delete} channels.attach
      {channels,enrollments,googleApiSources,pipelines,triggers}.{create,delete,update}
      {channels,triggers}.{createTagBinding,deleteTagBinding,undelete}
      googleChannelConfigs.update operations.{cancel,delete}
    roles/eventarc.admin | Eventarc Admin | 88
      > eventarc.developer eventarc.eventReceiver eventarc.messageBusAdmin eventarc.viewer
      {channelConnections,channels,enrollments,googleApiSources,kafkaSources,messageBuses,
      pipelines,triggers}.setIamPolicy
    """)

  private static let workflows = PreferredRoleRules(
    of: "workflows",
    """
    roles/workflows.invoker | Workflows Invoker | 10
      callbacks.send executions.{cancel,create}
    roles/workflows.viewer | Workflows Viewer | 16
      callbacks.list {executions,locations,operations,stepEntries,workflows}.{get,list}
      workflows.{listEffectiveTags,listRevision,listTagBindings}
    roles/workflows.editor | Workflows Editor | 30
      > cloudkms.autokeyUser workflows.invoker workflows.viewer
      operations.cancel workflows.{create,createTagBinding,delete,deleteTagBinding,update}
    """)
}
