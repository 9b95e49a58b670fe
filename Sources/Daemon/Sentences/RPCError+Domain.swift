import Generation
import Imaging
import RPCProtocol
import Workspace

extension RPCError {
  /// The reply to a verb of the workspace that failed.
  init(_ error: WorkspaceError) {
    let sentence = error.sentence
    switch error {
    case .cancelled, .picture(.cancelled), .refused(.cancelled): self = .cancelled
    default: self = .failed(sentence.reason, sentence.text)
    }
  }
}
