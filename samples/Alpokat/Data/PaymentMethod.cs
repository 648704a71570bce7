namespace Alpokat.Data;

/// <summary>How somebody paid. The card or account itself stays with the bank: it is stored nowhere here.</summary>
public enum PaymentMethod
{
    Qris,
    Card,
    Transfer,
}
