using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers.Edits;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Facts.Endpoints;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>A policy over one compilation: all that rules may ask. Shared by all of them.</summary>
internal sealed class BoundPolicy
{
    // What is kept for a program knows symbols of each edit, and these their text: after so many it is looked at anew.
    private const int MostEdits = 200;

    private static readonly ConditionalWeakTable<Compilation, Held> Bound = new();

    // By assembly, the last program that was looked at as a whole: the next edit is one of it. It lives as long as the policy's
    // file is one of an open project, in an editor; a build hands in a new one each time.
    private static readonly ConditionalWeakTable<AdditionalText, ConcurrentDictionary<string, BoundPolicy>> Whole = new();

    private readonly PolicySources? _sources;
    private readonly AnalyzerOptions? _options;
    private readonly Compilation _compilation;
    // An editor forgets texts that nobody holds, and what is read again is another policy.
    private readonly ImmutableArray<SourceText?> _texts;
    private readonly BoundPolicy? _before;
    private readonly ProgramEdit? _edit;
    private int _edits;
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> _files = new();
    private readonly Lazy<ImmutableHashSet<string>> _globalAliases;

    private BoundPolicy(
        PolicySources? sources, PolicyModel model, BindingsModel bindings, MessageLanguage language, AnalyzerOptions? options,
        Compilation compilation)
    {
        HandWritten = new(Option(options, GeneratedFolders));
        Baseline = Baseline.Of(sources?.Baseline, Option(options, BaselineMode), compilation);
        Language = language;
        TellsWaived = Option(options, TellWaived) is "true";
        _sources = sources;
        _options = options;
        _texts = options is null ? [] : [.. PolicySources.FilesIn(options).Select(file => file.GetText())];
        _compilation = compilation;
        _globalAliases = new(() => compilation.SyntaxTrees.SelectMany(tree => TreeDeclarations.Of(tree).Aliases)
            .Where(alias => alias.IsGlobal).Select(alias => alias.Name).ToImmutableHashSet());
        Model = model;
        Evaluator = new(model);
        NeverStored = new(Evaluator);
        Waivers = new(model.Waivers, sources?.AsOf);
        Types = new(compilation);
        var own = sources?.Compiled.Libraries ?? LibraryModel.Empty;
        var libraries = LibraryModels.BuiltIn.KeptBy(model, Evaluator).Join(own);
        Bindings = new(bindings, libraries.Types, Types);
        Results = new(Types, libraries.Results);
        Referenced = new(model.Vocabulary, compilation);
        Names = new(compilation, Bindings, Results, Referenced, own);
        Suggestions = new(Model.Vocabulary);
        Data = new(Model.Vocabulary, Names, Bindings, Referenced, Suggestions);
        Json = new(Types);
        Contents = new(Data, Names, Referenced, compilation.Assembly, IsNone);
        Purposes = new(Model.Vocabulary, Bindings);
        EntryPoints = new(compilation, Types);
        Proving = new(Model.Vocabulary, Bindings);
        Entities = new(this, compilation);
        Targets = new(compilation);
        Anonymisers = new(Bindings);
        Recipients = new(Model.Vocabulary, Bindings);
        Credentials = Evaluator.Protected(Protection.Hashed);
        Sinks = new(Types, Bindings, Names, Recipients, own, !Credentials.IsEmpty);
        WaysOut = new(this);
        Clients = new(compilation);
        Auditing = new(compilation, Names, Types);
        PasswordHashers = new(Types, Contents, own);
        Transfers = new(Sinks);
        Records = new(Model, Entities);
        Flows = new(this, compilation);
        Quiet = new(this);
        Promises = new(Types, HandWritten);
        Authorisation = new(compilation, Names, Types);
        Refused = new(compilation);
        Sealed = new(compilation);
        DataStores = new(compilation, Names, Types);
    }

    // After an edit inside of bodies: all that declarations say is as it was.
    private BoundPolicy(BoundPolicy before, ProgramEdit edit)
    {
        (_before, _edit, _sources, _options, _compilation) = (before, edit, before._sources, before._options, edit.After);
        _globalAliases = before._globalAliases;
        HandWritten = before.HandWritten;
        Baseline = Baseline.Of(_sources?.Baseline, Option(_options, BaselineMode), edit.After);
        Language = before.Language;
        TellsWaived = before.TellsWaived;
        Model = before.Model;
        Evaluator = before.Evaluator;
        NeverStored = before.NeverStored;
        Waivers = before.Waivers;
        Types = before.Types;
        Bindings = before.Bindings;
        Results = before.Results;
        Referenced = before.Referenced;
        Names = before.Names;
        Suggestions = before.Suggestions;
        Data = before.Data;
        Json = before.Json;
        Contents = before.Contents;
        Purposes = before.Purposes;
        EntryPoints = before.EntryPoints;
        Proving = before.Proving;
        Entities = before.Entities;
        Targets = before.Targets;
        Anonymisers = before.Anonymisers;
        Recipients = before.Recipients;
        Credentials = before.Credentials;
        Sinks = before.Sinks;
        WaysOut = new(this);
        Clients = before.Clients;
        Auditing = before.Auditing;
        PasswordHashers = before.PasswordHashers;
        Transfers = before.Transfers;
        Records = before.Records;
        Promises = before.Promises;
        Authorisation = new(before.Authorisation, edit);
        Refused = before.Refused;
        Sealed = before.Sealed;
        DataStores = before.DataStores;
        var edited = new EditedFlows(edit, before.Flows, before.Quiet);
        Flows = new(this, edit.Before, edited);
        Quiet = new(this, edited);
        Edited = edited;
    }

    private const string GeneratedFolders = "PolicyAsCodeGeneratedFolders";
    private const string BaselineMode = "PolicyAsCodeBaselineMode";
    private const string TellWaived = "PolicyAsCodeTellWaived";

    /// <summary>What an edit since the last look at the whole program concerns; null where this is that look.</summary>
    internal EditedFlows? Edited { get; }

    /// <summary>The language in which findings are told.</summary>
    internal MessageLanguage Language { get; }

    /// <summary>All that the files of the policy say; null where none governs.</summary>
    internal CompiledPolicy? Compiled => _sources?.Compiled;

    /// <summary>Whether findings that a waiver silences are told all the same, marked as such.</summary>
    internal bool TellsWaived { get; }

    internal PolicyModel Model { get; }

    internal PolicyEvaluator Evaluator { get; }

    internal NeverStored NeverStored { get; }

    internal Waivers Waivers { get; }

    /// <summary>The findings that the project has accepted for now; null where it has no baseline.</summary>
    internal Baseline? Baseline { get; }

    internal HandWrittenCode HandWritten { get; }

    internal KnownTypes Types { get; }

    internal BoundNames Bindings { get; }

    internal LibraryResults Results { get; }

    internal NameIndex Names { get; }

    internal Suggestions Suggestions { get; }

    internal DeclaredData Data { get; }

    internal TypeContents Contents { get; }

    internal JsonWriting Json { get; }

    internal DeclaredPurposes Purposes { get; }

    internal EntryPoints EntryPoints { get; }

    internal KeptPromises Promises { get; }

    internal ProvingMethods Proving { get; }

    internal EntityModel Entities { get; }

    internal CallTargets Targets { get; }

    internal Anonymisers Anonymisers { get; }

    internal Recipients Recipients { get; }

    internal Sinks Sinks { get; }

    internal WaysOut WaysOut { get; }

    internal RegisteredClients Clients { get; }

    internal Auditing Auditing { get; }

    internal PasswordHashers PasswordHashers { get; }

    /// <summary>What is stored as a hash alone, by the policy.</summary>
    internal TermSet Credentials { get; }

    internal Transfers Transfers { get; }

    internal SubjectRecords Records { get; }

    internal BodyFlows Flows { get; }

    internal QuietMethods Quiet { get; }

    internal Authorisation Authorisation { get; }

    internal RefusedErasures Refused { get; }

    internal SealedColumns Sealed { get; }

    internal DataStores DataStores { get; }

    /// <summary>What the facts of referenced assemblies say.</summary>
    internal ReferencedFacts Referenced { get; }

    /// <summary>
    /// Whether no policy governs: the project reports nothing, and its methods are known by what they do with what they are
    /// given.
    /// </summary>
    internal bool IsNone => _sources is null;

    /// <summary>What a file of this compilation declares.</summary>
    internal SourceFile FileOf(SyntaxTree tree) => _edit is not null && _edit.Files.All(file => file.Before != tree)
        ? _before!.FileOf(tree)
        : _files.GetOrAdd(tree, key => new(key, _edit));

    /// <summary>
    /// What is known of a file: its model; after an edit that of the program before, with the file as it was. Whatever is found
    /// there is told where it stands now (<see cref="Now"/>).
    /// </summary>
    internal SemanticModel Known(SemanticModel model)
    {
        if (_edit is null)
            return model;
#pragma warning disable RS1030 // The program before knows its own files.
        return _edit.Before.GetSemanticModel(_edit.BeforeOf(model.SyntaxTree));
#pragma warning restore RS1030
    }

    /// <summary>Where something stands now that was found where it stood before an edit.</summary>
    internal Location Now(Location place) => _edit?.Now(place) ?? place;

    /// <summary>Whether a file may call some type by this name, whatever that is called itself.</summary>
    internal bool IsAlias(string name, SyntaxTree tree) =>
        TreeDeclarations.Of(tree).Aliases.Any(alias => alias.Name == name) || _globalAliases.Value.Contains(name);

    /// <summary>Whether a place is in this compilation, and not in one that it references with its source.</summary>
    internal bool Holds(SyntaxTree tree) => _compilation.ContainsSyntaxTree(tree);

    /// <summary>The terms of a set, by the order of the vocabulary.</summary>
    internal IEnumerable<Term> Terms(TermSet categories) => categories.In(Model.Vocabulary.Terms(TermKind.Category));

    /// <summary>
    /// The policy of this compilation; null where none governs it, or its files have errors. Where the compilation is one that
    /// was looked at before but for what stands in some bodies, what was found then is kept.
    /// </summary>
#pragma warning disable RS1012 // It only reads; the rules register.
    internal static BoundPolicy? Of(CompilationStartAnalysisContext start) =>
        Of(start.Compilation, start.Options, start.CancellationToken, keeps: true);
#pragma warning restore RS1012

    /// <summary>The same for a generator, which always looks at the whole.</summary>
    internal static BoundPolicy? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancel) =>
        Of(compilation, options, cancel, keeps: false);

    internal static BoundPolicy? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancel, bool keeps)
    {
        if (PolicySources.Of(options, cancel) is not { Compiled.Model: { } model } sources
            || sources.Compiled.Diagnostics.Any(mistake => mistake.Severity == PolicySeverity.Error))
            return null;

        Held held;
        lock (Bound)
        {
            // An editor may hand in a new policy with the compilation that it already had.
            if (!Bound.TryGetValue(compilation, out held) || held.Sources != sources || held.Policy?._edit is not null && !keeps)
            {
                Bound.Remove(compilation);
                Bound.Add(compilation, held = new(sources));
            }
        }
        // All rules of a compilation wait here for the first of them, and not those of another.
        lock (held)
            return held.Policy ??= keeps ? KeptOrNone() ?? Fresh() : Fresh();

        // A fault of ours in what is kept costs time, and no finding.
        BoundPolicy? KeptOrNone()
        {
            try
            {
                return Kept(compilation, options, sources, cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                return null;
            }
        }

        BoundPolicy Fresh()
        {
            MessageLanguages.TryParse(Option(options, "PolicyAsCodeLanguage"), out var language);
            var fresh = new BoundPolicy(sources, model, sources.Compiled.Bindings, language, options, compilation);
            if (keeps && PolicySources.FilesIn(options).FirstOrDefault() is { } file)
                Whole.GetOrCreateValue(file)[NameOf(compilation)] = fresh;
            return fresh;
        }
    }

    // What an earlier compilation knows, where this one differs from it by some bodies.
    private static BoundPolicy? Kept(
        Compilation compilation, AnalyzerOptions options, PolicySources sources, CancellationToken cancel)
    {
        if (PolicySources.FilesIn(options).FirstOrDefault() is not { } file || !Whole.TryGetValue(file, out var known)
            || !known.TryGetValue(NameOf(compilation), out var before) || before._sources != sources
            || before._edits >= MostEdits
            || !s_options.All(name => Option(options, name) == Option(before._options, name))
            || ProgramEdit.Of(before._compilation, compilation, cancel) is not { } edit
            || !before.Names.HoldAfter(edit)
            || s_setUp.Any(edit.Mentions) || Auditing.Names.Any(edit.IsSaidInFile))
            return null;
        var kept = new BoundPolicy(before, edit);
        before.Flows.Release();
        before.Data.ForgetBodies();
        kept.Edited!.Settle(kept.Flows, kept.Quiet, kept.Proving.All, cancel);
        Interlocked.Increment(ref before._edits);
        return kept;
    }

    // What is set up in one body and asked of another.
    private static readonly ImmutableHashSet<string> s_setUp =
    [
        .. RegisteredClients.Names, .. Rules.Disclosures.CalledHost.Names, .. Rules.Protection.ClearChannel.Names,
        .. SealedColumns.Names,
    ];

    // A project that is built for several frameworks is several programs.
    private static string NameOf(Compilation compilation) => compilation.AssemblyName
        + string.Join(" ", compilation.SyntaxTrees.FirstOrDefault()?.Options.PreprocessorSymbolNames ?? []);

    private static readonly string[] s_options = [GeneratedFolders, BaselineMode, TellWaived, "PolicyAsCodeLanguage"];

    private static string? Option(AnalyzerOptions? options, string name) =>
        options is null ? null : PolicySources.Option(options, "build_property." + name);

    private sealed class Held(PolicySources sources)
    {
        internal PolicySources Sources { get; } = sources;

        internal BoundPolicy? Policy { get; set; }
    }

    /// <summary>A project with the policy <c>none</c>, for its facts: only what attributes say counts there.</summary>
    internal static BoundPolicy OfNone(Compilation compilation)
    {
        var vocabulary = PolicyCompiler.Compile([], null, null).Vocabulary;
        var model = new PolicyModel
        {
            Header = new(PolicySources.None, PolicySources.None, 0, null, null, new("", default)),
            Controller = new("", null, null, "UTC"),
            Vocabulary = vocabulary,
        };
        return new(null, model, BindingsModel.Empty, MessageLanguage.English, null, compilation);
    }
}
