using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

public class Inmate
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public string? Email { get; set; }

    public Home? Home { get; set; }

    public List<Contact> Contacts { get; set; } = [];
}

public sealed class Guest : Inmate
{
    public string? Remark { get; set; }
}

public sealed class Stay
{
    public int Id { get; set; }

    public Guid? InmateId { get; set; }

    public Inmate? Inmate { get; set; }

    public string? Diagnosis { get; set; }
}

public sealed class Dose
{
    public int StayId { get; set; }

    public int Number { get; set; }

    public Stay? Stay { get; set; }

    public string Drug { get; set; } = "";
}

/// <summary>The same tables before encryption was switched on, while their rows are sealed, and afterwards.</summary>
public abstract class WardContext(DbContextOptions options, bool isEncrypted, bool isBeingSealed) : DbContext(options)
{
    public DbSet<Inmate> Inmates => Set<Inmate>();

    public DbSet<Stay> Stays => Set<Stay>();

    public DbSet<Dose> Doses => Set<Dose>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Guest>();
        modelBuilder.Entity<Inmate>().OwnsOne(row => row.Home);
        modelBuilder.Entity<Inmate>().OwnsMany(row => row.Contacts, contact =>
        {
            contact.ToTable("InmateContacts");
            contact.HasKey(row => row.Id);
            contact.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Dose>().HasKey(row => new { row.StayId, row.Number });
        // Hidden rows are somebody's too.
        modelBuilder.Entity<Stay>().HasQueryFilter(row => row.Id != 2);
        if (isEncrypted)
            Encrypt(modelBuilder);
    }

    private void Encrypt(ModelBuilder modelBuilder)
    {
        var inmate = modelBuilder.Entity<Inmate>().HasSubject(row => row.Id, "inmate");
        inmate.Property(row => row.Email).IsEncrypted().HasBlindIndex();
        inmate.OwnsOne(row => row.Home, home => home.Property(row => row.Street).IsEncrypted());
        inmate.OwnsMany(row => row.Contacts, contact => contact.Property(row => row.Number).IsEncrypted());
        modelBuilder.Entity<Guest>().Property(row => row.Remark).IsEncrypted();
        var stay = modelBuilder.Entity<Stay>().HasSubject(row => row.InmateId, "inmate");
        stay.Property(row => row.Diagnosis).IsEncrypted();
        var dose = modelBuilder.Entity<Dose>().HasSubject(row => row.Stay!.InmateId, "inmate");
        dose.Property(row => row.Drug).IsEncrypted();
        if (!isBeingSealed)
            return;
        inmate.IsBeingSealed();
        stay.IsBeingSealed();
        dose.IsBeingSealed();
    }
}

public sealed class ClearWard(DbContextOptions<ClearWard> options) : WardContext(options, false, false);

public sealed class SealingWard(DbContextOptions<SealingWard> options) : WardContext(options, true, true);

public sealed class SealedWard(DbContextOptions<SealedWard> options) : WardContext(options, true, false);
