using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

public sealed class Patient
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public string Name { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public byte[]? Photo { get; set; }

    public Home? Home { get; set; }

    public List<Contact> Contacts { get; set; } = [];
}

public sealed class Home
{
    public string City { get; set; } = "";

    public string Street { get; set; } = "";
}

public sealed class Contact
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public string Number { get; set; } = "";
}

public sealed class Visit
{
    public int Id { get; set; }

    public Guid? PatientId { get; set; }

    public Patient? Patient { get; set; }

    public string? Diagnosis { get; set; }
}

public sealed class Prescription
{
    public int Id { get; set; }

    public int VisitId { get; set; }

    public Visit? Visit { get; set; }

    public string Drug { get; set; } = "";
}

/// <summary>Its subject's key comes from the database.</summary>
public sealed class Counted
{
    public int Id { get; set; }

    public string? Note { get; set; }
}

public sealed class ClinicContext(DbContextOptions<ClinicContext> options) : DbContext(options)
{
    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Prescription> Prescriptions => Set<Prescription>();

    public DbSet<Counted> Counted => Set<Counted>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Patient>(patient =>
        {
            patient.HasSubject(row => row.Id, "patient");
            patient.Property(row => row.Email).HasMaxLength(60).IsEncrypted().HasBlindIndex(BlindIndexForm.IgnoreCase);
            patient.Property(row => row.Phone).IsEncrypted().HasBlindIndex(BlindIndexForm.Digits, bits: 16);
            patient.Property(row => row.Photo).IsEncrypted();
            patient.OwnsOne(row => row.Home, home => home.Property(row => row.Street).IsEncrypted());
            patient.OwnsMany(row => row.Contacts, contact =>
            {
                contact.ToTable("PatientContacts");
                contact.HasKey(row => row.Id);
                contact.Property(row => row.Id).ValueGeneratedNever();
                contact.Property(row => row.Number).IsEncrypted();
            });
        });
        modelBuilder.Entity<Visit>(visit =>
        {
            visit.HasSubject(row => row.PatientId, "patient");
            visit.Property(row => row.Diagnosis).IsEncrypted();
            visit.HasOne(row => row.Patient).WithMany().OnDelete(DeleteBehavior.SetNull);
        });
        modelBuilder.Entity<Prescription>(line =>
        {
            line.HasSubject(row => row.Visit!.PatientId, "patient");
            line.Property(row => row.Drug).IsEncrypted();
        });
        modelBuilder.Entity<Counted>(row =>
        {
            row.HasSubject(one => one.Id, "counted");
            row.Property(one => one.Note).IsEncrypted();
        });
    }
}
