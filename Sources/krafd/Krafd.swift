@main struct Krafd { static func main() {} }
