using System.Collections.Immutable;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Language;

/// <summary>What the files of a project's policy mean.</summary>
/// <param name="Model">The policy; null when no file holds one of that name.</param>
/// <param name="Bindings">What the bindings files say, together.</param>
/// <param name="Vocabulary">The built-in terms and the organisation's own.</param>
/// <param name="Diagnostics">All mistakes of all files, by path and place.</param>
public sealed record CompiledPolicy(
    PolicyModel? Model, BindingsModel Bindings, Vocabulary Vocabulary, ImmutableArray<PolicyDiagnostic> Diagnostics)
{
    /// <summary>What the project's own models say of libraries; what comes with the language is not among it.</summary>
    public LibraryModel Libraries { get; init; } = LibraryModel.Empty;

    /// <summary>The published notice that the policy keeps, clause by clause; null where no file lists it.</summary>
    public NoticeModel? Notice { get; init; }

    /// <summary>What its officer expects of the policy, by file and place.</summary>
    public ImmutableArray<Expectation> Tests { get; init; } = ImmutableArray<Expectation>.Empty;

    /// <summary>The policy as it was last published; null where no file holds that.</summary>
    public PolicyModel? Published { get; init; }
}
