using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Facts.Endpoints;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>A policy over one compilation: all that rules may ask. Shared by all of them.</summary>
internal sealed class BoundPolicy
{
    private static readonly ConditionalWeakTable<Compilation, BoundPolicy> Bound = new();

    private readonly PolicySources _sources;

    private BoundPolicy(
        PolicySources sources, PolicyModel model, MessageLanguage language, string? toolFolders, Compilation compilation)
    {
        HandWritten = new(toolFolders);
        Language = language;
        _sources = sources;
        Model = model;
        Evaluator = new(model);
        NeverStored = new(Evaluator);
        Waivers = new(model.Waivers, sources.AsOf);
        Types = new(compilation);
        Bindings = new(sources.Compiled.Bindings);
        Names = new(compilation, Bindings);
        Data = new(Model.Vocabulary, Names, Bindings);
        Contents = new(Data, Names, compilation.Assembly);
        Purposes = new(Model.Vocabulary, Bindings);
        EntryPoints = new(compilation, Types);
        Proving = new(Model.Vocabulary, Bindings);
        Entities = new(this, compilation);
        Targets = new(compilation.Assembly);
        Anonymisers = new(Bindings);
        Recipients = new(Model.Vocabulary, Bindings);
        Credentials = Evaluator.Protected(Protection.Hashed);
        Sinks = new(Types, Bindings, Names, Recipients, !Credentials.IsEmpty);
        PasswordHashers = new(Types, Contents);
        Transfers = new(Sinks);
        Records = new(Model, Entities);
        Flows = new(this, compilation);
        Authorisation = new(compilation, Names, Types);
    }

    /// <summary>The language in which findings are told.</summary>
    internal MessageLanguage Language { get; }

    internal PolicyModel Model { get; }

    internal PolicyEvaluator Evaluator { get; }

    internal NeverStored NeverStored { get; }

    internal Waivers Waivers { get; }

    internal HandWrittenCode HandWritten { get; }

    internal KnownTypes Types { get; }

    internal BoundNames Bindings { get; }

    internal NameIndex Names { get; }

    internal DeclaredData Data { get; }

    internal TypeContents Contents { get; }

    internal DeclaredPurposes Purposes { get; }

    internal EntryPoints EntryPoints { get; }

    internal ProvingMethods Proving { get; }

    internal EntityModel Entities { get; }

    internal CallTargets Targets { get; }

    internal Anonymisers Anonymisers { get; }

    internal Recipients Recipients { get; }

    internal Sinks Sinks { get; }

    internal PasswordHashers PasswordHashers { get; }

    /// <summary>What is stored as a hash alone, by the policy.</summary>
    internal TermSet Credentials { get; }

    internal Transfers Transfers { get; }

    internal SubjectRecords Records { get; }

    internal BodyFlows Flows { get; }

    internal Authorisation Authorisation { get; }

    /// <summary>The terms of a set, by the order of the vocabulary.</summary>
    internal IEnumerable<Term> Terms(TermSet categories) => categories.In(Model.Vocabulary.Terms(TermKind.Category));

    /// <summary>The policy of this compilation; null where none governs it, or its files have errors.</summary>
    internal static BoundPolicy? Of(CompilationStartAnalysisContext start)
    {
        if (PolicySources.Of(start) is not { Compiled.Model: { } model } sources
            || sources.Compiled.Diagnostics.Any(mistake => mistake.Severity == PolicySeverity.Error))
            return null;

        MessageLanguages.TryParse(
            PolicySources.Option(start.Options, "build_property.PolicyAsCodeLanguage"), out var language);
        lock (Bound)
        {
            // An editor may hand in a new policy with the compilation that it already had.
            if (Bound.TryGetValue(start.Compilation, out var known) && ReferenceEquals(known._sources, sources))
                return known;
            var fresh = new BoundPolicy(
                sources, model, language, PolicySources.Option(start.Options, "build_property.PolicyAsCodeGeneratedFolders"),
                start.Compilation);
            Bound.Remove(start.Compilation);
            Bound.Add(start.Compilation, fresh);
            return fresh;
        }
    }
}
