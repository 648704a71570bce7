using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>The door to the language: text in, model and mistakes out. Never throws for what a file contains.</summary>
public static class PolicyCompiler
{
    /// <summary>What a file is by its name; null for a file that is none of ours.</summary>
    public static PolicyFileKind? KindOf(string path) => throw new NotImplementedException();

    /// <summary>Reads one file. The result depends on path and text alone, so that hosts can keep it per text.</summary>
    /// <exception cref="ArgumentException">The file is none of ours (<see cref="KindOf"/> is null).</exception>
    public static ParsedFile Parse(string path, string text) => throw new NotImplementedException();

    /// <summary>Binds the files of a project together.</summary>
    /// <param name="files">All files in scope; policies of other names are left out.</param>
    /// <param name="policy">The name of the policy; null takes the only one.</param>
    /// <param name="asOf">The day whose dates count (<see cref="PolicyDates"/>); null checks no dates.</param>
    public static CompiledPolicy Compile(IEnumerable<ParsedFile> files, string? policy, CalendarDate? asOf) =>
        throw new NotImplementedException();
}
