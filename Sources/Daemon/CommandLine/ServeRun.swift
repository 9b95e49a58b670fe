import Catalog
import Generation
import Glibc
import Imaging
import Logging
import Platform
import Providers
import RPCProtocol
import Workspace

/// The daemon itself: `krafd serve`, and the language server when no daemon can be started.
public enum ServeRun {
  /// Serves this user's clients until it is time to leave.
  public static func serve() throws(CommandFailure) {
    let instance = try DaemonLink.instance()
    let ready = ReadyPipe.fromEnvironment()
    do throws(PlatformError) {
      try PrivateFolder.make(instance.folder)
      let server = try makeServer(instance, log: DaemonLog.logger(try RotatingFile(path: instance.log)))
      try Signals.watch([SIGTERM, SIGINT]) { _ in server.leave(.now) }
      try server.run(instance, ready: ready)
    } catch .locked {
      throw .failed("Another daemon already serves '\(instance.socket)'; 'krafd stop' ends it")
    } catch {
      throw .failed(error.sentence.text)
    }
  }

  /// Passes an editor's messages to the daemon. Answers the exit code that the editor expects.
  public static func languageServer(parent: Int32?) -> Int32 {
    Bridge(input: .input, output: .output).run(parent: parent) { () throws(LaunchError) in
      DaemonLink.renew()
      return try DaemonLink.launcher().findOrStart()
    } fallback: { error in
      Terminal.tell("krafd: \(error); this editor is served alone, without a daemon")
      return serveAlone()
    }
  }

  private static func serveAlone() -> Int32 {
    guard let instance = Instance.standard() else { return 1 }
    let silent = Logger(label: "krafd") { _ in SwiftLogNoOpLogHandler() }
    guard let server = try? makeServer(instance, log: silent) else { return 1 }
    return (try? server.serve(input: .input, output: .output)) ?? 1
  }

  private static func makeServer(_ instance: Instance, log: Logger) throws(PlatformError) -> Server {
    let services = makeServices(instance, UserCatalog(log: log))
    return try Server(
      Server.Settings(build: ProgramBuild.own.text, log: log, isBusy: { services.shelf.isBusy }) { server in
        methodTable(for: services) + lifecycleRows(of: server, services, socket: instance.socket)
      })
  }

  /// The one place where the parts of krafd are put together.
  private static func makeServices(_ instance: Instance, _ catalog: UserCatalog) -> Services {
    let textModel = TextModelShelf()
    return Services(
      shelf: WorkspaceShelf(scratchFolder: scratchFolder(instance)) { makeTools(catalog.current) },
      identity: DaemonIdentity(build: ProgramBuild.own.text), readCatalog: { catalog.current },
      readTextModel: { () throws(GenerationError) in try textModel.current() })
  }

  private static func makeTools(_ catalog: Catalog) -> WorkspaceTools {
    var tools = WorkspaceTools(
      providers: ProviderRegistry(allProviders(catalog: catalog)), catalog: catalog)
    let model = CutoutModelShelf()
    tools.model = { () throws(ImagingError) in try model.current() }
    if let fault = Fault.fromEnvironment() { tools.onFault = fault }
    return tools
  }

  /// `kraf/scratch` in the user's cache folder; beside the socket where there is no home.
  private static func scratchFolder(_ instance: Instance) -> String {
    if let cache = CurrentProcess.variable("XDG_CACHE_HOME"), cache.hasPrefix("/") {
      return Path.join(cache, "kraf/scratch")
    }
    if let home = CurrentProcess.variable("HOME"), home.hasPrefix("/") {
      return Path.join(home, ".cache/kraf/scratch")
    }
    return Path.join(instance.folder, "scratch")
  }
}
