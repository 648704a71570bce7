using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Tracing;

/// <summary>A statement, and what stands behind it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Section">The section of the policy in which it stands, such as <c>data</c>.</param>
/// <param name="Name">What it is about, such as <c>contact.email</c>; a measure in English (<see cref="NameIn"/>).</param>
/// <param name="KeptBy">Rules about code and generated operations that keep it.</param>
/// <param name="Bindings">Where bindings say which code it is about.</param>
/// <param name="IsVacuous">Whether it can match nothing (PAC1019).</param>
public sealed record TracedStatement(
    Statement Statement, string Section, string Name, ImmutableArray<string> KeptBy, ImmutableArray<FileLocation> Bindings,
    bool IsVacuous)
{
    /// <summary>What it is about, as people of a language read it: a measure in their own words, else the policy's name.</summary>
    public string NameIn(MessageLanguage language) => Statement is MeasureStatement one ? one.Measure.In(language) : Name;
}
