import Foundation

let listeners = Interruption.listen()
let status = CommandLineTool(console: .system).run(Array(CommandLine.arguments.dropFirst()))
withExtendedLifetime(listeners) {}
exit(status)
