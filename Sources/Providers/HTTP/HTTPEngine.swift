import CCURL
import CShims
import Platform
import Synchronization

/// Talks to servers: one thread of libcurl runs every exchange of this process.
///
/// A class because the thread and everybody who asks share it. The thread starts with the first request.
final class HTTPEngine: Sendable {
  private let mailbox = HTTPMailbox()
  private let isStarted = Mutex(false)

  /// The one that this process uses.
  static let shared = HTTPEngine()

  init() {}

  deinit { mailbox.post(.stop) }

  /// Sends a request; what comes is taken from the transfer.
  func start(_ request: HTTPRequest) -> HTTPTransfer {
    let transfer = HTTPTransfer(request) { [mailbox] in mailbox.post($0) }
    do throws(PlatformError) {
      try startThread()
      mailbox.post(.start(transfer))
    } catch {
      transfer.end(.failure(.notSent(detail: "\(error)")))
    }
    return transfer
  }

  private func startThread() throws(PlatformError) {
    try isStarted.withLock { isStarted throws(PlatformError) in
      guard !isStarted else { return }
      let mailbox = mailbox
      guard let multi = mailbox.multi else { throw .other(errno: 12, operation: "curl_multi_init", path: "") }
      // The handle is used by this thread alone, but for the waking call, which libcurl allows from any.
      nonisolated(unsafe) let handle = multi
      try WorkThread.start("krafd-http") { HTTPLoop(multi: handle).run(mailbox) }.detach()
      isStarted = true
    }
  }
}

/// Commands on their way to the engine's thread. A class with a lock because any thread may ask for something.
final class HTTPMailbox: Sendable {
  private let waiting = Mutex<[HTTPCommand]>([])
  /// libcurl's set of transfers, or nil where there is no memory for it. Only `curl_multi_wakeup`, which is made for it,
  /// is called from other threads than the engine's.
  nonisolated(unsafe) let multi: UnsafeMutableRawPointer?

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init() { multi = Self.isReady ? curl_multi_init() : nil }

  func post(_ command: HTTPCommand) {
    waiting.withLock { $0.append(command) }
    if let multi { curl_multi_wakeup(multi) }
  }

  func take() -> [HTTPCommand] {
    waiting.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }

  deinit { if let multi { curl_multi_cleanup(multi) } }
}
