namespace Alpokat.Verification;

/// <summary>The scan by which a merchant shows who they are, with the date that stands on it.</summary>
public sealed class DocumentForm
{
    [DataCategory(Categories.Government.IdDocument)]
    public required byte[] Scan { get; init; }

    [DataCategory(Categories.Identity.BirthDate)]
    public DateOnly BirthDate { get; init; }
}
