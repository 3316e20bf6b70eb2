"""Archives: many articles read in parts, on this machine or on an existing cluster; merged and asked for what one wants to see."""
