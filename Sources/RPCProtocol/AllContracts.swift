/// Messages that belong together.
public struct ContractGroup: Sendable {
  /// The heading of the group in the protocol document.
  public var title: String

  /// In the order in which people should read about them.
  public var contracts: [any RPCContract.Type]
}

/// Every message with a name, in the order of the protocol document. A contract that is not listed fails a test.
public let allContracts: [ContractGroup] = [
  ContractGroup(title: "Session", contracts: [KrafHello.self, KrafStatus.self, KrafDrain.self, KrafShutdown.self]),
  ContractGroup(title: "Workspaces", contracts: [WorkspaceOpen.self, WorkspaceList.self, WorkspaceClose.self]),
  ContractGroup(
    title: "Events", contracts: [KrafSubscribe.self, KrafUnsubscribe.self, KrafSync.self, KrafEvent.self]),
  ContractGroup(
    title: "Catalog",
    contracts: [
      CatalogRoles.self, CatalogStyles.self, CatalogChannels.self, CatalogModels.self, CatalogOperations.self,
      CatalogVocabulary.self,
    ]),
  ContractGroup(title: "Products", contracts: [ProductList.self, ProductGet.self]),
  ContractGroup(
    title: "Assets",
    contracts: [
      AssetImport.self, AssetGet.self, AssetList.self, AssetThumbnail.self, AssetLineage.self, AssetExport.self,
    ]),
  ContractGroup(
    title: "Canvas",
    contracts: [
      CanvasGet.self, CanvasApply.self, CanvasUndo.self, CanvasRedo.self, CanvasSearch.self, TrashEmpty.self,
    ]),
  ContractGroup(
    title: "Shots and plans", contracts: [ShotsParse.self, ShotsAnalyse.self, PromptEnhance.self, KrafPlan.self]),
  ContractGroup(title: "Work", contracts: [KrafGenerate.self, KrafEdit.self]),
  ContractGroup(
    title: "Live preview",
    contracts: [PreviewStart.self, PreviewStop.self, PreviewPicture.self, PreviewProblem.self]),
  ContractGroup(
    title: "Jobs",
    contracts: [JobGet.self, JobList.self, JobWait.self, JobCancel.self, JobRetry.self, JobProgress.self]),
  ContractGroup(title: "Judging", contracts: [KrafAccept.self, KrafReject.self, KrafCompare.self]),
  ContractGroup(title: "The set", contracts: [SetCoverage.self, SetExport.self, KrafLock.self]),
  ContractGroup(title: "Money", contracts: [KrafLedger.self, KrafBudget.self]),
  ContractGroup(
    title: "Language Server Protocol",
    contracts: [
      LSPInitialize.self, LSPInitialized.self, LSPShutdown.self, LSPExit.self, LSPCancelRequest.self,
      LSPDidOpen.self, LSPDidChange.self, LSPDidSave.self, LSPDidClose.self, LSPPublishDiagnostics.self,
      LSPShowMessage.self, LSPLogMessage.self, LSPExecuteCommand.self, LSPProgress.self, LSPWorkDoneCreate.self,
      LSPWorkDoneCancel.self, LSPHover.self, LSPCompletion.self, LSPDefinition.self, LSPReferences.self,
      LSPDocumentHighlights.self, LSPDocumentSymbols.self, LSPFoldingRanges.self, LSPDocumentLinks.self,
      LSPPrepareRename.self, LSPRename.self, LSPDocumentColors.self, LSPColorPresentation.self, LSPFormatting.self,
      LSPRangeFormatting.self, LSPSemanticTokensFull.self, LSPSemanticTokensDelta.self, LSPSemanticTokensRange.self,
      LSPSelectionRanges.self,
      LSPInlayHints.self, LSPCodeLens.self, LSPCodeActions.self, LSPWorkspaceSymbols.self, LSPDocumentDiagnostic.self,
    ]),
]
