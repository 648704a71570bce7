namespace PolicyAsCode;

/// <summary>
/// Says which categories of personal data a member, parameter or return value holds:
/// <c>[DataCategory(Categories.Contact.Email)] public string? Email { get; set; }</c>.
/// The name leaves ASP.NET Core Identity's own <c>[PersonalData]</c> free to stand beside it.
/// </summary>
/// <param name="categories">Keys of the vocabulary, such as <c>contact.email</c>; one at least.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class DataCategoryAttribute(params string[] categories) : Attribute
{
    /// <summary>Keys of the vocabulary, such as <c>contact.email</c>.</summary>
    public IReadOnlyList<string> Categories { get; } = categories;

    /// <summary>
    /// The form in which it holds them; as collected where nothing is said. Only what a declared anonymiser returns
    /// (<see cref="AnonymisesAttribute"/>), or one itself, may put data of another form there.
    /// </summary>
    public DataForm Form { get; set; }
}
