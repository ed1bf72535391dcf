-- The square kilometre in which something is, for what may not be known more exactly.
create function areas.middle_of_square(plane point) returns point
  language sql immutable strict parallel safe
  return point(floor(plane[0] / 1000) * 1000 + 500, floor(plane[1] / 1000) * 1000 + 500);

-- Metres of the National Grid as latitude and longitude, good to some sixty metres: a polynomial of the fourth degree
-- in millions of metres from its middle, fitted to the projection that the program computes.
create function areas.about_degrees(plane point) returns point
  language sql immutable strict parallel safe
  return (
    select point(
      round((55.2941 + 0.00026 * e - 1.01503 * e ^ 2 + 0.00017 * e ^ 3 + 0.02519 * e ^ 4
        + (8.98592 - 0.00027 * e - 0.34181 * e ^ 2 - 0.0036 * e ^ 3) * n
        + (-0.00645 - 0.00033 * e - 0.08028 * e ^ 2) * n ^ 2
        + (-0.00057 + 0.00213 * e) * n ^ 3 - 0.00021 * n ^ 4)::numeric, 3)::double precision,
      round((-2.00152 + 15.74794 * e - 0.00273 * e ^ 2 - 0.35101 * e ^ 3 - 0.00405 * e ^ 4
        + (-0.00052 + 3.55703 * e - 0.0022 * e ^ 2 - 0.28134 * e ^ 3) * n
        + (0.00057 + 1.01218 * e + 0.02213 * e ^ 2) * n ^ 2
        + (0.00082 + 0.27158 * e) * n ^ 3 - 0.00351 * n ^ 4)::numeric, 3)::double precision)
    from (select plane[0] / 1e6 - 0.4 as e, plane[1] / 1e6 - 0.6 as n) as from_the_middle
  );
