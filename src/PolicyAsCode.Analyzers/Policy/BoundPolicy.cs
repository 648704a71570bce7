using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
    private static readonly ConditionalWeakTable<Compilation, BoundPolicy> Bound = new();

    private readonly PolicySources? _sources;
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SourceFile> _files = new();
    private readonly Lazy<ImmutableHashSet<string>> _globalAliases;

    private BoundPolicy(
        PolicySources? sources, PolicyModel model, BindingsModel bindings, MessageLanguage language, AnalyzerOptions? options,
        Compilation compilation)
    {
        HandWritten = new(Option("PolicyAsCodeGeneratedFolders"));
        Baseline = Baseline.Of(sources?.Baseline, Option("PolicyAsCodeBaselineMode"), compilation);
        Language = language;
        TellsWaived = Option("PolicyAsCodeTellWaived") is "true";
        _sources = sources;
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

        string? Option(string name) => options is null ? null : PolicySources.Option(options, "build_property." + name);
    }

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

    /// <summary>What the facts of referenced assemblies say.</summary>
    internal ReferencedFacts Referenced { get; }

    /// <summary>
    /// Whether no policy governs: the project reports nothing, and its methods are known by what they do with what they are
    /// given.
    /// </summary>
    internal bool IsNone => _sources is null;

    /// <summary>What a file of this compilation declares.</summary>
    internal SourceFile FileOf(SyntaxTree tree) => _files.GetOrAdd(tree, key => new(key));

    /// <summary>Whether a file may call some type by this name, whatever that is called itself.</summary>
    internal bool IsAlias(string name, SyntaxTree tree) =>
        TreeDeclarations.Of(tree).Aliases.Any(alias => alias.Name == name) || _globalAliases.Value.Contains(name);

    /// <summary>Whether a place is in this compilation, and not in one that it references with its source.</summary>
    internal bool Holds(SyntaxTree tree) => _compilation.ContainsSyntaxTree(tree);

    /// <summary>The terms of a set, by the order of the vocabulary.</summary>
    internal IEnumerable<Term> Terms(TermSet categories) => categories.In(Model.Vocabulary.Terms(TermKind.Category));

    /// <summary>The policy of this compilation; null where none governs it, or its files have errors.</summary>
#pragma warning disable RS1012 // It only reads; the rules register.
    internal static BoundPolicy? Of(CompilationStartAnalysisContext start) =>
        Of(start.Compilation, start.Options, start.CancellationToken);
#pragma warning restore RS1012

    /// <summary>The same for a generator.</summary>
    internal static BoundPolicy? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancel)
    {
        if (PolicySources.Of(options, cancel) is not { Compiled.Model: { } model } sources
            || sources.Compiled.Diagnostics.Any(mistake => mistake.Severity == PolicySeverity.Error))
            return null;

        MessageLanguages.TryParse(
            PolicySources.Option(options, "build_property.PolicyAsCodeLanguage"), out var language);
        lock (Bound)
        {
            // An editor may hand in a new policy with the compilation that it already had.
            if (Bound.TryGetValue(compilation, out var known) && ReferenceEquals(known._sources, sources))
                return known;
            var fresh = new BoundPolicy(sources, model, sources.Compiled.Bindings, language, options, compilation);
            Bound.Remove(compilation);
            Bound.Add(compilation, fresh);
            return fresh;
        }
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
