using Alpokat.Data;

namespace Alpokat.Violations;

/// <summary>What ALPOKAT never does with addresses.</summary>
[Purpose(Purposes.Communication)]
public sealed class AddressTrade(IListBroker broker, IListLender lender, IPartnerDesk partner, HttpClient http)
{
    public void Sell(Merchant merchant) => broker.Buy(merchant.Email); // expect: PAC3010 ALPO-3.1

    public void Rent(Merchant merchant) => lender.Borrow(merchant.Email); // expect: PAC3010 ALPO-3.1

    public void HandOver(Merchant merchant) => partner.Take(merchant.Email); // expect: PAC3006 ALPO-4.1

    public Task Somewhere(Merchant merchant) =>
        http.PostAsJsonAsync("https://crm.example/merchants", merchant.Email); // expect: PAC3008 ALPO-3.1

    public void Clean(Product product) => broker.Buy(product.Title);
}

/// <summary>Buys lists.</summary>
[Transfers(DataTransfer.Sell)]
public interface IListBroker
{
    void Buy(string? line);
}

/// <summary>Borrows lists, for money.</summary>
[Transfers(DataTransfer.Rent)]
public interface IListLender
{
    void Borrow(string? line);
}

/// <summary>A partner, who would rather send it themselves.</summary>
[Recipient(Recipients.BusinessPartner)]
public interface IPartnerDesk
{
    void Take(string? line);
}
