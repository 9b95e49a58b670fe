import RPCProtocol

/// What every session may call: a row is a contract, whom it waits for, and its handler.
///
/// A workspace answers readers from snapshots and puts its own writes in order. So most rows are free; only what changes
/// the meaning of a session's later calls runs alone, and the calls that change one document follow each other.
func methodTable(for services: Services) -> [Route] {
  [
    .on(WorkspaceOpen.self, admission: .opening, alone, services.openWorkspace),
    .on(WorkspaceList.self, free, services.workspaces),
    .on(WorkspaceClose.self, alone, services.closeWorkspace),

    .on(KrafSubscribe.self, free, services.subscribe),
    .on(KrafUnsubscribe.self, free, services.unsubscribe),
    .on(KrafSync.self, free, services.sync),

    .now(CatalogRoles.self, services.roles),
    .now(CatalogStyles.self, services.styles),
    .now(CatalogChannels.self, services.channels),
    .now(CatalogModels.self, services.models),
    .now(CatalogOperations.self, services.operations),
    .now(CatalogVocabulary.self, services.vocabulary),

    .on(ProductList.self, free, services.products),
    .on(ProductGet.self, free, services.product),

    .on(AssetImport.self, free, services.importAsset),
    .on(AssetGet.self, free, services.asset),
    .on(AssetList.self, free, services.assets),
    .on(AssetThumbnail.self, free, services.thumbnail),
    .on(AssetLineage.self, free, services.lineage),
    .on(AssetExport.self, free, services.export),

    .on(CanvasGet.self, free, services.canvas),
    .on(CanvasApply.self, canvas, services.changeCanvas),
    .on(CanvasUndo.self, canvas, services.undoCanvas),
    .on(CanvasRedo.self, canvas, services.redoCanvas),
    .on(CanvasSearch.self, free, services.searchCanvas),
    .on(TrashEmpty.self, canvas, services.emptyTrash),

    .on(ShotsParse.self, free, services.parse),
    .on(ShotsAnalyse.self, free, services.analyse),
    .on(PromptEnhance.self, free, services.enhance),

    .on(KrafPlan.self, free, services.plan),
    .on(KrafGenerate.self, admission: .opening, ordered, services.generate),
    .on(KrafEdit.self, admission: .opening, ordered, services.edit),
    .on(PreviewStart.self, { .reads($0.uri) }, services.startPreview),
    .now(PreviewStop.self, services.stopPreview),
    .on(JobGet.self, free, services.job),
    .on(JobList.self, free, services.jobs),
    .on(JobWait.self, free, services.wait),
    .on(JobCancel.self, free, services.cancel),
    .on(JobRetry.self, free, services.retry),

    .on(KrafAccept.self, free, services.accept),
    .on(KrafReject.self, free, services.reject),
    .on(KrafCompare.self, free, services.compare),
    .on(SetCoverage.self, free, services.coverage),
    .on(SetExport.self, free, services.exportSet),
    .on(KrafLock.self, free, services.lock),

    .on(KrafLedger.self, free, services.ledger),
    .on(KrafBudget.self, free, services.budget),

    .now(LSPInitialize.self, admission: .openingOnce, services.initialize),
    .now(LSPInitialized.self) { _, _ in },
    .on(LSPDidOpen.self, { .writes($0.textDocument.uri) }, services.opened),
    .on(LSPDidChange.self, { .writes($0.textDocument.uri) }, services.changed),
    .on(LSPDidSave.self, { .writes($0.textDocument.uri) }, services.saved),
    .on(LSPDidClose.self, { .writes($0.textDocument.uri) }, services.closed),
    .on(LSPWorkDoneCancel.self, { _ in .free }, services.cancelWork),
  ] + languageFeatures(for: services).map(\.route)
}

private func free(_: some RPCContract) -> Access { .free }
private func alone(_: some RPCContract) -> Access { .exclusive }

/// Changes of the canvas follow each other in the order in which they came.
private func canvas(_: some RPCContract) -> Access { .writes("canvas") }

/// Calls that start work queue it in the order in which they came.
private func ordered(_: some RPCContract) -> Access { .writes("jobs") }
