using PolicyAsCode.Generators.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>The copy of one subject: what the erasure of the same subject reaches, and nothing else.</summary>
/// <param name="Erasure">The erasure that it is made from.</param>
/// <param name="Entities">What is written, the subject's own record first.</param>
public sealed record ExportPlan(ErasurePlan Erasure, EquatableArray<ExportedEntity> Entities);

/// <summary>Rows of an entity in a copy.</summary>
/// <param name="Step">The step of the erasure that reaches them.</param>
/// <param name="Side">Of rows of two people the side on which the subject is; null for others.</param>
/// <param name="Fields">What is written of them: what makes them understandable first.</param>
public sealed record ExportedEntity(ErasureStep Step, Side? Side, EquatableArray<ExportedField> Fields);

/// <summary>A field in a copy.</summary>
/// <param name="Name">Its name, with the way to it.</param>
/// <param name="Property">The property; null for a column that only the model has.</param>
/// <param name="Column">The column of a foreign key; null for a property.</param>
/// <param name="Categories">What of the subject it holds; none for what makes a row understandable.</param>
/// <param name="IsWithheld">Whether it is a secret by which somebody is let in.</param>
/// <param name="IsPortable">Whether the person provided it, and it is processed by consent or for a contract.</param>
public sealed record ExportedField(
    string Name, PropertyModel? Property, ColumnModel? Column, EquatableArray<string> Categories, bool IsWithheld,
    bool IsPortable);
