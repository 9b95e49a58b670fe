import RPCProtocol
import TestSupport

extension TestClient {
  /// Sends a request by its contract and waits for the error it must be answered with.
  func refusal(of request: some RPCRequest) async throws -> RPCError {
    try await refusal(of: type(of: request).method, request.json)
  }

  /// Orders shots of the shop and waits for all of them, in the order of the text.
  func made(_ order: KrafGenerate) async throws -> [JobDescription] {
    var jobs: [JobDescription] = []
    for started in try await request(order).jobs { jobs.append(try await request(JobWait(job: started.job))) }
    return jobs
  }

  /// Orders an edit and waits for it.
  func made(_ order: KrafEdit) async throws -> JobDescription {
    try await request(JobWait(job: try await request(order).job))
  }

  /// What was told about the progress of a job so far.
  func progress(of job: String) throws -> [JobProgress] {
    try received.compactMap { message in
      guard case .notification(JobProgress.method, let params?) = message else { return nil }
      let progress = try JobProgress(json: params)
      return progress.job == job ? progress : nil
    }
  }
}
