namespace Alpokat.Receipts;

/// <summary>What somebody types in who wants a digital receipt: the code on the bill, and where to send it [ALPO-1.1].</summary>
public sealed class ReceiptForm
{
    [NotPersonalData("Random, printed on the bill: it says nothing of anybody.")]
    public required string BillCode { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }
}
