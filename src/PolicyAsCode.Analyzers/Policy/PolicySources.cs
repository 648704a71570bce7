using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>The policy files of a project, each text parsed once, whoever asks and however often.</summary>
internal sealed class PolicySources
{
    /// <summary>The policy of a project that no policy governs.</summary>
    internal const string None = "none";

    private const string Dates = ".policy-dates";

    // Keyed by text: the generator, all rules and the next hundred keystrokes parse an unchanged file once.
    private static readonly ConditionalWeakTable<SourceText, Func<string, ParsedFile>> Parser = new();

    // What the same parsed files mean is the same for all rules and compilations; it lives as long as the first of
    // them.
    private static readonly ConditionalWeakTable<ParsedFile, PolicySources> Known = new();

    private PolicySources(
        ImmutableArray<ParsedFile> files, string? name, CalendarDate? asOf, (string Path, SourceText Text)? baseline)
    {
        Baseline = baseline;
        Files = files;
        Name = name;
        AsOf = asOf;
        _compiled = new(() => PolicyCompiler.Compile(Files, Name, AsOf));
    }

    private readonly Lazy<CompiledPolicy> _compiled;

    internal ImmutableArray<ParsedFile> Files { get; }

    internal string? Name { get; }

    internal CalendarDate? AsOf { get; }

    /// <summary>The findings that the project has accepted for now; null where it has no such file.</summary>
    internal (string Path, SourceText Text)? Baseline { get; }

    internal CompiledPolicy Compiled => _compiled.Value;

    /// <summary>The policy files in scope; null where no policy governs the project.</summary>
#pragma warning disable RS1012 // It only reads; the rules register.
    internal static PolicySources? Of(CompilationStartAnalysisContext start) => Of(start.Options, start.CancellationToken);
#pragma warning restore RS1012

    /// <summary>The same for a generator.</summary>
    internal static PolicySources? Of(AnalyzerOptions options, CancellationToken cancel)
    {
        var name = Named(options.AdditionalFiles) ?? Option(options, "build_property.PrivacyPolicy");
        if (IsNone(name))
            return null;

        var files = ImmutableArray.CreateBuilder<ParsedFile>();
        CalendarDate? asOf = null;
        (string, SourceText)? baseline = null;
        foreach (var file in options.AdditionalFiles)
            if (PolicyCompiler.KindOf(file.Path) is not null)
            {
                if (file.GetText(cancel) is { } text)
                    files.Add(Parser.GetValue(text, ParsedOnce)(file.Path));
            }
            else if (file.Path.EndsWith(Dates, StringComparison.Ordinal)
                && CalendarDate.TryParse(file.GetText(cancel)?.ToString().Trim() ?? "", out var day))
                asOf = day;
            else if (file.Path.EndsWith(Policy.Baseline.Extension, StringComparison.Ordinal)
                && file.GetText(cancel) is { } accepted)
                baseline = (file.Path, accepted);

        var governed = name is not null || files.Any(file => file.Kind == PolicyFileKind.Policy);
        return governed ? Shared(files.ToImmutable(), name, asOf, baseline) : null;
    }

    /// <summary>The files of a policy, and what belongs to it, among those that a project hands over.</summary>
    internal static IEnumerable<AdditionalText> FilesIn(AnalyzerOptions options) =>
        options.AdditionalFiles.Where(file => PolicyCompiler.KindOf(file.Path) is not null);

    /// <summary>Whether a project says that no policy governs it.</summary>
    internal static bool SaysNone(AnalyzerOptions options) =>
        IsNone(Named(options.AdditionalFiles) ?? Option(options, "build_property.PrivacyPolicy"));

    private static bool IsNone(string? name) => string.Equals(name, None, StringComparison.OrdinalIgnoreCase);

    internal static string? Option(AnalyzerOptions options, string key) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(key, out var value)
        && value.Trim() is { Length: > 0 } said
            ? said
            : null;

    // A build names the policy twice: by a property, which a .globalconfig anywhere above the project can change, and by
    // the file with its dates, which only a governed build hands over. What the build says counts.
    private static string? Named(ImmutableArray<AdditionalText> files)
    {
        foreach (var file in files)
            if (file.Path.EndsWith(Dates, StringComparison.Ordinal)
                && file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1) is { Length: var length } name
                && length > Dates.Length)
                return name.Substring(0, length - Dates.Length);
        return null;
    }

    private static PolicySources Shared(
        ImmutableArray<ParsedFile> files, string? name, CalendarDate? asOf, (string Path, SourceText Text)? baseline)
    {
        if (files.IsEmpty)
            return new(files, name, asOf, baseline);

        lock (Known)
        {
            if (Known.TryGetValue(files[0], out var known)
                && known.Name == name && known.AsOf == asOf && known.Baseline?.Path == baseline?.Path
                && ReferenceEquals(known.Baseline?.Text, baseline?.Text) && known.Files.SequenceEqual(files))
                return known;
            var fresh = new PolicySources(files, name, asOf, baseline);
            Known.Remove(files[0]);
            Known.Add(files[0], fresh);
            return fresh;
        }
    }

    // A provider sees the text and not the path, and what a file is depends on its path: so the parse waits for it.
    private static Func<string, ParsedFile> ParsedOnce(SourceText text)
    {
        var parsed = ImmutableDictionary<string, ParsedFile>.Empty;
        return path => ImmutableInterlocked.GetOrAdd(
            ref parsed, path, key => PolicyCompiler.Parse(key, text.ToString()));
    }
}
