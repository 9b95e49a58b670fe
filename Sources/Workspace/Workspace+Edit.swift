extension Workspace {
  /// Queues an edit of one picture and answers its job; an order with a key seen before gives the job it gave then.
  ///
  /// Throws: `badKey`; `picture` for an unknown operation or bad parameters; `noSuchAsset`, `noSuchFile`,
  /// `outsideWorkspace`, `insideHouse`, `folderNotWritable`; nothing was queued.
  public func edit(_ order: EditOrder) throws(WorkspaceError) -> Job {
    try check(key: order.key)
    if let known = try store.read({ try $0.jobs(key: order.key) }).first { return withProgress(known.job) }
    try StepWork(order.operation, order.parameters).check()
    var work = EditWork(step: StepWork(order.operation, order.parameters))
    switch order.source {
    case .asset(let id):
      guard try store.read({ try $0.asset(id) }) != nil else { throw .noSuchAsset(id: id.hex) }
      work.asset = id
    case .path(let path): work.path = layout.relative(try layout.input(path, in: root))
    }
    work.output = try order.output.map { (path) throws(WorkspaceError) in try layout.output(path) }
    let draft = JobDraft(slot: "", kind: .edit, title: order.operation, request: .edit(work))
    guard let job = try enqueue([draft], key: order.key, owner: order.owner).jobs.first else { throw .closed }
    return job
  }
}
