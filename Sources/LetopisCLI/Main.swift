internal import ArgumentParser
internal import Letopis

@main
struct LetopisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "letopis", abstract: "Reads news and keeps a sourced chronicle of it.")
}
