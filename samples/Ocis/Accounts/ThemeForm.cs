namespace Ocis.Accounts;

/// <summary>How the platform should look.</summary>
public sealed class ThemeForm
{
    [DataCategory(Categories.Preference.Any)]
    public required string Theme { get; init; }
}
