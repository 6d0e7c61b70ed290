extension PreferredRoles {
  /// Storage: objects, files and artifacts.
  static let storageServices: [Service] = [
    Service("artifactregistry") { artifactregistry },
    Service("file") { file },
    Service("storage") { storage },
  ]

  private static let artifactregistry = PreferredRoleRules(
    of: "artifactregistry",
    """
    roles/artifactregistry.attachmentReader | Artifact Registry Attachment Reader | 3
      attachments.{get,list}
    roles/artifactregistry.attachmentWriter | Artifact Registry Attachment Writer | 6
      > artifactregistry.attachmentReader
      attachments.{create,delete}
    roles/artifactregistry.reader | Artifact Registry Reader | 33
      > artifactregistry.attachmentReader
      {dockerimages,files,locations,mavenartifacts,npmpackages,packages,pythonpackages,
      repositories,rules,tags,versions}.{get,list}
      files.download {projectconfigs,projectsettings}.get
      repositories.{downloadArtifacts,exportArtifacts,listEffectiveTags,listTagBindings,
      readViaVirtualRepository}
    roles/artifactregistry.viewer | Artifactregistry Viewer | 35
      > artifactregistry.reader
      repositories.getIamPolicy
    roles/artifactregistry.writer | Artifact Registry Writer | 44
      > artifactregistry.attachmentWriter artifactregistry.reader
      {aptartifacts,kfpartifacts,tags,yumartifacts}.create files.upload
      {files,packages,tags}.update repositories.uploadArtifacts
    roles/artifactregistry.createOnPushWriter | Artifact Registry Create-on-Push Writer | 45
      > artifactregistry.writer
      repositories.createOnPush
    roles/artifactregistry.repoAdmin | Artifact Registry Repository Administrator | 53
      > artifactregistry.writer
      {files,packages,rules,tags,versions}.{delete,update} repositories.deleteArtifacts
      rules.create
    roles/artifactregistry.admin | Artifact Registry Administrator | 67
      > artifactregistry.repoAdmin cloudkms.autokeyUser
      {projectconfigs,projectsettings}.update
      repositories.{create,createTagBinding,delete,deleteTagBinding,setIamPolicy,update}
    """)

  private static let file = PreferredRoleRules(
    of: "file",
    """
    roles/file.viewer | Cloud Filestore Viewer | 21 BETA
      backups.useReadOnly {backups,instances,locations,operations,snapshots}.{get,list}
      {backups,instances,snapshots}.{listEffectiveTags,listTagBindings}
    roles/file.editor | Cloud Filestore Editor | 59 BETA
      > cloudkms.autokeyUser file.viewer
      {backups,instances,snapshots}.{create,createTagBinding,delete,deleteTagBinding,update}
      instances.{createCrossProjectBackup,restore,revert} operations.{cancel,delete}
    """)

  private static let storage = PreferredRoleRules(
    of: "storage",
    """
    roles/storage.bucketViewer | Storage Bucket Viewer | 2 BETA
      buckets.{get,list}
    roles/storage.objectViewer | Storage Object Viewer | 8
      {folders,managedFolders,objects}.{get,list}
    roles/storage.hmacKeyAdmin | Storage HMAC Key Admin | 9
      hmacKeys.{create,delete,update}
    roles/storage.objectCreator | Storage Object Creator | 10
      {folders,managedFolders,multipartUploads,objects}.create
      multipartUploads.{abort,listParts} objects.createContext
    roles/storage.viewer | Storage Viewer | 13
      buckets.{listEffectiveTags,listTagBindings,viewIntelligenceDetails}
      {featureConfigs,hmacKeys}.{get,list} intelligenceConfigs.get
    roles/storage.objectUser | Storage Object User | 27
      > storage.objectCreator storage.objectViewer
      folders.{delete,rename} managedFolders.delete multipartUploads.list
      objects.{delete,deleteContext,move,restore,update,updateContext}
    roles/storage.objectAdmin | Storage Object Admin | 31
      > storage.objectUser
      objects.{overrideUnlockedRetention,setIamPolicy,setRetention}
    roles/storage.folderAdmin | Storage Folder Admin | 32
      > storage.objectCreator storage.objectViewer
      managedFolders.setIamPolicy
    roles/storage.admin | Storage Admin | 104
      > cloudkms.autokeyUser storage.bucketViewer storage.folderAdmin storage.objectAdmin
      anywhereCaches.{create,disable,get,list,pause,resume,update}
      bucketOperations.{cancel,get,list}
      buckets.{createTagBinding,deleteTagBinding,enableObjectRetention,relocate,restore,
      setIamPolicy,setIpFilter}
      {buckets,featureConfigs}.{create,delete,update} intelligenceConfigs.update
    no role
      buckets.{getIpFilter,getObjectInsights} {buckets,managedFolders,objects}.getIamPolicy
    """)
}
