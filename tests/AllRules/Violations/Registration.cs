namespace Cellar.Violations;

/// <summary>PAC3005: wine is sold from 18 years on, and nobody asked.</summary>
[Purpose(Purposes.Transactions)]
public sealed class Registration(CellarContext cellar, IAges ages)
{
    public void Register(DateOnly birthDate)
    {
        ages.MayBuy(birthDate);
        cellar.Customers.Add(new Customer()); // expect: PAC3005
    }

    public void CleanRegister(DateOnly birthDate)
    {
        if (ages.MayBuy(birthDate))
            cellar.Customers.Add(new Customer());
    }
}
