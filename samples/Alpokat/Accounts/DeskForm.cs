namespace Alpokat.Accounts;

/// <summary>Which desk signs in, and its key.</summary>
public sealed record DeskForm(
    string Desk, [property: NotPersonalData("The key of a desk, which several people share: nobody's own.")] string Key);
